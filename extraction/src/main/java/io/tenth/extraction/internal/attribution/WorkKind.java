package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.ActivityType;
import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.clause.Testimony;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.model.LinearModel;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the kind of work: the first word that names one, a sure word before one that can mean several things. */
public final class WorkKind {

    private static final ActivityType[] KINDS = ActivityType.values();
    private static final int MOST_WORDS = 8;
    private static final Tag[] SMALL_WORDS = {
        Tag.PREPOSITION,
        Tag.THE,
        Tag.ARTICLE,
        Tag.SELF,
        Tag.ME,
        Tag.MINE,
        Tag.AND,
        Tag.IT,
        Tag.APPROXIMATE,
        Tag.BE,
        Tag.HAVE
    };

    private static final Map<ActivityType, Tag> TAGS = new EnumMap<>(Map.of(
            ActivityType.CALL, Tag.CALL,
            ActivityType.MEETING, Tag.MEETING,
            ActivityType.RESEARCH, Tag.RESEARCH,
            ActivityType.DRAFTING, Tag.DRAFTING,
            ActivityType.REVIEW, Tag.REVIEW,
            ActivityType.TRAVEL, Tag.TRAVEL,
            ActivityType.OTHER, Tag.OTHER_WORK));

    private static final LinearModel MODEL = LinearModel.read("kind.model");

    /** The likeliest kind. */
    static ActivityType of(Testimony testimony) {
        LinearModel.Sum sum = MODEL.sum(testimony);
        for (String name : features(testimony.scene())) {
            sum.put(name).end();
        }
        double[] odds = sum.odds();
        int best = 0;
        for (int kind = 1; kind < odds.length; kind++) {
            best = odds[kind] > odds[best] ? kind : best;
        }
        return KINDS[best];
    }

    /** What a model hears beside the words around the amount: what {@link #byWords} says, and the words of the share in order. */
    public static List<String> features(Scene scene) {
        List<String> names = new ArrayList<>();
        names.add("kind " + byWords(scene));
        Tokens tokens = scene.tokens();
        String code = tokens.language().code();
        int words = 0;
        for (int i = scene.share().from(); i < scene.share().to() && words < MOST_WORDS; i++) {
            boolean inside =
                    scene.amount().range().covers(i) || scene.page().dates().covering(i) != null;
            if (!inside
                    && tokens.isWord(i)
                    && !tokens.isAny(i, SMALL_WORDS)
                    && !(tokens.isCapitalised(i) && !tokens.word(i).known())) {
                words++;
                String text = tokens.text(i).toLowerCase(Locale.ROOT);
                String stem = text.substring(0, Math.min(text.length(), 6));
                names.add("work " + code + " " + stem);
                if (words == 1) {
                    names.add("first " + code + " " + stem);
                }
            }
        }
        return names;
    }

    /** What the words of work say that stand beside the amount, the first of them deciding. */
    public static ActivityType byWords(Scene scene) {
        ActivityType beside = first(scene.tokens(), scene.share(), true);
        if (beside == null
                && scene.tokens().has(scene.amount().to(), scene.share().to(), Tag.WITH_SLASH)) {
            return ActivityType.MEETING;
        }
        var row = new Range(
                scene.layout().rowStart(scene.amount().from()), scene.sentence().to());
        for (Range place : List.of(scene.share(), scene.clause(), row, scene.sentence())) {
            ActivityType sure = first(scene.tokens(), place, false);
            ActivityType type = sure != null ? sure : first(scene.tokens(), place, true);
            if (type != null) {
                return type;
            }
        }
        return ActivityType.OTHER;
    }

    private static @Nullable ActivityType first(Tokens tokens, Range place, boolean weak) {
        for (int i = place.from(); i < place.to(); i++) {
            boolean said = tokens.is(i, Tag.CALL) && tokens.is(i, Tag.CORRECTION);
            if (tokens.is(i, Tag.WORK) && !said && (weak || !tokens.is(i, Tag.WEAK_KIND))) {
                return remote(tokens, place, i) ? ActivityType.CALL : kind(tokens, verbOf(tokens, place, i));
            }
        }
        return null;
    }

    /** "Jahresabschluss geprüft": where the verb stands behind its object, it says what was done; else the word itself. */
    private static int verbOf(Tokens tokens, Range place, int word) {
        boolean object = tokens.language().has(Habit.VERB_LAST) && !tokens.is(word, Tag.PAST);
        for (int i = word + 1; object && i < place.to() && !tokens.isOneOf(i, ",+;/") && !tokens.is(i, Tag.AND); i++) {
            if (tokens.is(i, Tag.WORK) && tokens.is(i, Tag.PAST) && !tokens.is(i, Tag.WEAK_KIND)) {
                return i;
            }
        }
        return word;
    }

    /** A meeting by telephone or video is a call, unless it is one of a court. */
    private static boolean remote(Tokens tokens, Range place, int i) {
        return tokens.is(i, Tag.MEETING) && !tokens.has(place, Tag.COURT) && tokens.has(place, Tag.MEDIUM);
    }

    private static ActivityType kind(Tokens tokens, int i) {
        for (Map.Entry<ActivityType, Tag> entry : TAGS.entrySet()) {
            if (tokens.is(i, entry.getValue())) {
                return entry.getKey();
            }
        }
        return ActivityType.OTHER;
    }
}
