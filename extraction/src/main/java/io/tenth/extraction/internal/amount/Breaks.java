package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Tokens;
import org.jspecify.annotations.Nullable;

/** Takes a break off the clock range that it stands behind: "less an hour for lunch", "(30 min break)". */
final class Breaks {

    private static final int LOOK = 4;

    /** A word that takes off may stand behind the work: "9 to 12 on the Reyes brief, less half an hour for coffee". */
    private static final int FAR = 22;

    /** What may stand between two breaks: "minus the half hour I took for a sandwich and an hour's lunch". */
    private static final int BETWEEN = 9;

    private static final int PAUSE_LOOK = 3;
    private static final int FEWEST_MINUTES = 5;
    private static final int MOST_MINUTES = 55;
    private static final int FAR_OWN = 7;

    private final Tokens tokens;
    private final Quantities quantities;
    private final Durations durations;

    Breaks(Tokens tokens, Quantities quantities, Durations durations) {
        this.tokens = tokens;
        this.quantities = quantities;
        this.durations = durations;
    }

    /**
     * The range with its break taken off, or the range itself.
     *
     * @param sure whether it is a range of times whatever follows; else only a break that names its unit is one
     */
    Amount takenOff(Amount range, boolean sure) {
        for (int i = range.to(); i < range.to() + FAR && !tokens.isBreak(i) && !tokens.isOneOf(i, ".;?!"); i++) {
            boolean near = i < range.to() + LOOK;
            Amount pause = near || tokens.is(i, Tag.LESS) ? pause(i, sure) : null;
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
        for (int i = from; i < from + BETWEEN && !tokens.isBreak(i); i++) {
            Amount pause = tokens.is(i, Tag.AND) ? durations.at(i + 1) : null;
            if (pause != null) {
                return isOwnTime(pause.to()) ? pause : null;
            }
            if (tokens.is(i, Tag.AND) && tokens.is(i + 1, Tag.ARTICLE)) {
                return further(i + 1);
            }
        }
        return null;
    }

    /** "and a further fifteen requested by his solicitor": minutes like those before them, or null. */
    private @Nullable Amount further(int i) {
        boolean more = tokens.is(i + 1, Tag.UNIT_ADJECTIVE) || tokens.is(i + 1, Tag.NUMBER);
        Quantity count = more ? quantities.at(i) : null;
        boolean counts =
                count != null && tokens.isWord(count.to()) && !tokens.isAny(count.to(), Tag.PAST, Tag.PREPOSITION);
        return count != null && !counts && isRound(count.value())
                ? Amount.duration(i, count.to(), count.value() * Units.MINUTE)
                : null;
    }

    private boolean isOwnTime(int from) {
        return tokens.has(from, from + PAUSE_LOOK, Tag.PAUSE) || tokens.has(from, from + FAR_OWN, Tag.PERSONAL);
    }

    /** The break that token {@code i} leads to, or null. */
    private @Nullable Amount pause(int i, boolean sure) {
        boolean led = tokens.is(i, Tag.LESS);
        if (!led && !tokens.isOneOf(i, ",(")) {
            return null;
        }
        int end = led ? lengthEnd(i) : i + 1;
        for (int at = i + 1; at <= end && !tokens.isBreak(at); at++) {
            Amount pause = durations.at(at);
            if (pause != null) {
                return isPause(i, pause) ? pause : null;
            }
        }
        return led && sure ? minutesOff(i + 1) : null;
    }

    /** Where a break is looked for at last; farther where its name comes first: "tolta la cena che è durata un'ora". */
    private int lengthEnd(int led) {
        int end = led + LOOK;
        if (tokens.has(led + 1, end + 1, Tag.PAUSE)) {
            while (end < led + FAR_OWN && !tokens.isOneOf(end + 1, ",;")) {
                end++;
            }
        }
        return end;
    }

    /** "with fifteen out for a fire drill": minutes that need no unit, since a word behind them says that they were off. */
    private @Nullable Amount minutesOff(int i) {
        Quantity count = tokens.is(i, Tag.ARTICLE) ? null : quantities.at(i);
        return count != null && isRound(count.value()) && tokens.isAny(count.to(), Tag.AWAY, Tag.PAUSE)
                ? Amount.duration(i, count.to(), count.value() * Units.MINUTE)
                : null;
    }

    private static boolean isRound(double minutes) {
        return minutes >= FEWEST_MINUTES && minutes <= MOST_MINUTES && minutes % FEWEST_MINUTES == 0;
    }

    private boolean isPause(int lead, Amount pause) {
        boolean taken = tokens.is(lead, Tag.MINUS) && pause.from() <= lead + 2;
        boolean away = tokens.is(lead, Tag.LESS) && tokens.has(pause.to(), pause.to() + 2, Tag.AWAY);
        return taken || away || tokens.has(lead + 1, pause.to() + PAUSE_LOOK, Tag.PAUSE);
    }
}
