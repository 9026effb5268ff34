package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.ActivityType;
import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the kind of work: the first word that names one, a sure word before one that can mean several things. */
final class WorkKind {

    private static final Map<ActivityType, Tag> TAGS = new EnumMap<>(Map.of(
            ActivityType.CALL, Tag.CALL,
            ActivityType.MEETING, Tag.MEETING,
            ActivityType.RESEARCH, Tag.RESEARCH,
            ActivityType.DRAFTING, Tag.DRAFTING,
            ActivityType.REVIEW, Tag.REVIEW,
            ActivityType.TRAVEL, Tag.TRAVEL,
            ActivityType.OTHER, Tag.OTHER_WORK));

    ActivityType of(Scene scene) {
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
                return remote(tokens, place, i) ? ActivityType.CALL : kind(tokens, i);
            }
        }
        return null;
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
