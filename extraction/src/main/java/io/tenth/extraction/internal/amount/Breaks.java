package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Tokens;
import org.jspecify.annotations.Nullable;

/** Takes a break off the clock range that it stands behind: "less an hour for lunch", "(30 min break)". */
final class Breaks {

    private static final int LOOK = 4;

    /** A word that takes off may stand behind the work: "9 to 12 on the Reyes brief, less half an hour for coffee". */
    private static final int FAR = 22;

    private static final int PAUSE_LOOK = 3;
    private static final int FAR_OWN = 7;

    private final Tokens tokens;
    private final Durations durations;

    Breaks(Tokens tokens, Durations durations) {
        this.tokens = tokens;
        this.durations = durations;
    }

    /** The range with its break taken off, or the range itself. */
    Amount takenOff(Amount range) {
        for (int i = range.to(); i < range.to() + FAR && !tokens.isBreak(i) && !tokens.isOneOf(i, ".;?!"); i++) {
            boolean near = i < range.to() + LOOK;
            Amount pause = near || tokens.is(i, Tag.LESS) ? pause(i) : null;
            if (pause != null && pause.seconds() < range.seconds()) {
                return less(less(range, pause), another(pause.to()));
            }
        }
        return range;
    }

    private static Amount less(Amount range, @Nullable Amount pause) {
        return pause == null || pause.seconds() >= range.seconds()
                ? range
                : new Amount(range.from(), pause.to(), range.seconds() - pause.seconds(), range.kind());
    }

    /** A second break that "and" joins to the first: "less 45 minutes for lunch and ten minutes for coffee", or null. */
    private @Nullable Amount another(int from) {
        for (int i = from; i < from + LOOK && !tokens.isBreak(i); i++) {
            Amount pause = tokens.is(i, Tag.AND) ? durations.at(i + 1) : null;
            if (pause != null) {
                return isOwnTime(pause.to()) ? pause : null;
            }
        }
        return null;
    }

    private boolean isOwnTime(int from) {
        return tokens.has(from, from + PAUSE_LOOK, Tag.PAUSE) || tokens.has(from, from + FAR_OWN, Tag.PERSONAL);
    }

    /** The break that token {@code i} leads to, or null. */
    private @Nullable Amount pause(int i) {
        boolean led = tokens.is(i, Tag.LESS);
        if (!led && !tokens.isOneOf(i, ",(")) {
            return null;
        }
        int look = led ? LOOK : 1;
        for (int at = i + 1; at <= i + look && !tokens.isBreak(at); at++) {
            Amount pause = durations.at(at);
            if (pause != null) {
                return isPause(i, pause) ? pause : null;
            }
        }
        return null;
    }

    private boolean isPause(int lead, Amount pause) {
        boolean taken = tokens.is(lead, Tag.MINUS) && pause.from() <= lead + 2;
        return taken || tokens.has(lead + 1, pause.to() + PAUSE_LOOK, Tag.PAUSE);
    }
}
