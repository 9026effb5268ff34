package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.ActivityType;
import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.model.Features.Spelling;
import io.tenth.extraction.internal.model.LinearModel;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the kind of work: the first word that names one, a sure word before one that can mean several things. */
public final class WorkKind {

    private static final ActivityType[] KINDS = ActivityType.values();
    /** What the names of its features begin with. */
    public static final String FEATURE = "kind ";

    /** What the names of features have in them that are of the rest of the sentence, and of the subject. */
    public static final String AROUND = "around ";

    public static final String SUBJECT = "subject ";

    private static final Map<ActivityType, Tag> TAGS = new EnumMap<>(Map.of(
            ActivityType.CALL, Tag.CALL,
            ActivityType.MEETING, Tag.MEETING,
            ActivityType.RESEARCH, Tag.RESEARCH,
            ActivityType.DRAFTING, Tag.DRAFTING,
            ActivityType.REVIEW, Tag.REVIEW,
            ActivityType.TRAVEL, Tag.TRAVEL,
            ActivityType.OTHER, Tag.OTHER_WORK));

    private static final LinearModel MODEL = LinearModel.read("kind.model");

    /** What may stand in the words of the work, and tells of its kind in any language. */
    private static final List<Tag> SIGNS = Stream.concat(TAGS.values().stream(), Stream.of(Tag.MEDIUM, Tag.COURT))
            .sorted()
            .toList();

    /** The likeliest kind. */
    static ActivityType of(Scene scene) {
        LinearModel.Sum sum = MODEL.sum();
        features(scene, sum);
        double[] odds = sum.odds();
        int best = 0;
        for (int kind = 1; kind < odds.length; kind++) {
            best = odds[kind] > odds[best] ? kind : best;
        }
        return KINDS[best];
    }

    /** Spells what the model hears: what {@link #byWords} says, what the share alone says, the words of the share and those nearby. */
    public static void features(Scene scene, Spelling spelling) {
        spelling.put(FEATURE).put(byWords(scene).name()).end();
        ActivityType beside = first(scene.tokens(), scene.share(), true);
        spelling.put(FEATURE)
                .put("beside ")
                .put(beside == null ? "none" : beside.name())
                .end();
        for (Tag sign : SIGNS) {
            if (scene.tokens().has(scene.share(), sign)) {
                spelling.put(FEATURE).put("has ").put(sign.name()).end();
            }
        }
        new WorkWords(scene).spell(spelling);
        new WorkNearby(scene, spelling).spell();
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
                return remote(tokens, place, i) ? ActivityType.CALL : of(tokens, verbOf(tokens, place, i));
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

    /** The kind that the word names, or other work. */
    static ActivityType of(Tokens tokens, int i) {
        for (ActivityType kind : KINDS) {
            if (tokens.is(i, Objects.requireNonNull(TAGS.get(kind)))) {
                return kind;
            }
        }
        return ActivityType.OTHER;
    }
}
