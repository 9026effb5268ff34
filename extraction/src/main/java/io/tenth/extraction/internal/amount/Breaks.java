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

    private static final int MOST_BREAKS = 5;
    private static final int PAUSE_LOOK = 3;
    private static final int FEWEST_MINUTES = 5;
    private static final int MOST_MINUTES = 55;
    private static final int FAR_OWN = 7;

    private final Tokens tokens;
    private final Quantities quantities;
    private final Durations durations;
    private final Stops stops;

    Breaks(Tokens tokens, Quantities quantities, Durations durations) {
        this.tokens = tokens;
        this.quantities = quantities;
        this.durations = durations;
        this.stops = new Stops(tokens, durations);
    }

    /**
     * The range with its break taken off, or the range itself.
     *
     * @param sure whether it is a range of times whatever follows; else only a break that names its unit is one
     */
    Amount takenOff(Amount range, boolean sure) {
        for (int i = range.to(); i < range.to() + FAR && !isEnd(i); i++) {
            boolean near = i < range.to() + LOOK;
            boolean takes = near || (isLead(i) && !hasOtherRange(range.to(), i));
            Amount pause = takes ? pause(i, sure) : sure ? farOff(i, range) : null;
            if (pause != null && pause.seconds() < range.seconds()) {
                return lessFurther(less(range, pause), pause);
            }
        }
        return range;
    }

    private Amount lessFurther(Amount worked, Amount first) {
        Amount rest = worked;
        Amount pause = another(first);
        for (int breaks = 1; breaks < MOST_BREAKS && pause != null; breaks++) {
            rest = less(rest, pause);
            pause = another(pause);
        }
        return rest;
    }

    /** A break behind the work that no word takes off: it is not the longer part of the range, and no other range is nearer. */
    private @Nullable Amount farOff(int mark, Amount range) {
        Amount pause = named(mark);
        boolean own = pause != null && pause.seconds() * 2 <= range.seconds() && !hasRange(range.to(), mark);
        return own ? pause : null;
    }

    private boolean hasRange(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean joint = tokens.isAny(i, Tag.TO, Tag.HYPHEN) || tokens.isOneOf(i, "-–");
            if (joint && tokens.isNumber(i + 1) && (tokens.isNumber(i - 1) || tokens.isNumber(i - 2))) {
                return true;
            }
        }
        return false;
    }

    /** Whether another range stands there that no noun before it makes the numbers of: ", 13-17 on Adams", not "exhibits 3-7". */
    private boolean hasOtherRange(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.isOneOf(i, ",;(") && tokens.isNumber(i + 1) && hasRange(i, Math.min(to, i + LOOK))) {
                return true;
            }
        }
        return false;
    }

    private boolean isEnd(int i) {
        return tokens.isBreak(i) || tokens.isOneOf(i, ".;?!");
    }

    /** "less", and "davon", "waarvan", "w/", which lead to a break where its name follows; and a verb of stopping right before it. */
    private boolean isLead(int i) {
        return tokens.isAny(i, Tag.LESS, Tag.PARTITIVE, Tag.WITH_SLASH) || stops.at(i) != null;
    }

    /** ", lunch een uur", ", Pause: 30 Minuten", ", 30 Minuten Mittagspause": a break behind a comma, right beside its name; or null. */
    private @Nullable Amount named(int mark) {
        if (!tokens.isOneOf(mark, ",(")) {
            return null;
        }
        int behindName = behindName(mark);
        if (behindName > 0) {
            return durations.at(behindName);
        }
        Amount pause = severalTimes(mark + 1);
        return pause != null && (tokens.is(pause.to(), Tag.PAUSE) || isAwayBehind(pause.to())) ? pause : null;
    }

    /** Where the length of a break stands whose name comes first: "Pausen (zusammen 40", ", una pausa di 30 minuti"; or 0. */
    private int behindName(int mark) {
        if (tokens.isMark(mark, '(') && tokens.is(mark - 1, Tag.PAUSE)) {
            return tokens.is(mark + 1, Tag.TOTAL) ? mark + 2 : mark + 1;
        }
        int name = tokens.isAny(mark + 1, Tag.ARTICLE, Tag.THE) ? mark + 2 : mark + 1;
        int joint = tokens.is(name + 1, Tag.PAUSE) ? name + 2 : name + 1;
        boolean joined = tokens.isMark(joint, ':') || tokens.isAny(joint, Tag.OF, Tag.LASTING, Tag.BE, Tag.TAKE);
        return tokens.is(name, Tag.PAUSE) ? (joined ? joint + 1 : joint) : 0;
    }

    /** ", eine Stunde Pizza mit den Jungs geht ab": what was done in it stands between. */
    private boolean isAwayBehind(int from) {
        for (int i = from; i < from + FAR_OWN && tokens.isWord(i); i++) {
            if (tokens.is(i, Tag.AWAY)) {
                return true;
            }
        }
        return false;
    }

    private Amount less(Amount range, @Nullable Amount pause) {
        return pause == null || pause.seconds() >= range.seconds()
                ? range
                : new Amount(range.from(), orderEnd(pause.to()), range.seconds() - pause.seconds(), range.kind());
    }

    /** One past "so take that off", which tells to do with the break what is done already; or {@code i}. */
    private int orderEnd(int i) {
        for (int verb = i; verb < i + BETWEEN && !isEnd(verb); verb++) {
            if (tokens.is(verb, Tag.TAKE_BACK) && tokens.isAny(verb + 1, Tag.IT, Tag.THE)) {
                return tokens.isAny(verb + 2, Tag.AWAY, Tag.BACK_OUT) ? verb + 3 : i;
            }
        }
        return i;
    }

    /** The next break behind one: "less 45 minutes for lunch and ten minutes for coffee", "quitando una hora para comer y otra"; or null. */
    private @Nullable Amount another(Amount first) {
        int from = first.to();
        for (int i = from; i < from + BETWEEN && !isEnd(i); i++) {
            Amount pause = next(i);
            boolean counted = pause == null && tokens.is(i, Tag.AND) && tokens.is(i + 1, Tag.ARTICLE);
            if (pause != null || counted) {
                return counted ? further(i + 1, first) : pause;
            }
        }
        return null;
    }

    /** The break that a word which takes off, "and" or a comma leads to, or null. */
    private @Nullable Amount next(int i) {
        Amount listed = isLead(i) ? pause(i, false) : named(i);
        boolean joint = tokens.is(i, Tag.AND) || tokens.isMark(i, ',');
        return listed == null && joint ? joined(i) : listed;
    }

    /** A break right behind "and" or a comma: "ten minutes for coffee", "koffie 15 minuten"; or null. */
    private @Nullable Amount joined(int joint) {
        int behindName = behindName(joint);
        Amount pause = behindName > 0 ? durations.at(behindName) : severalTimes(joint + 1);
        return pause != null && (behindName > 0 || isOwnTime(pause.to())) ? pause : null;
    }

    /** "and a further fifteen requested by his solicitor", "y otra para cenar": a break in the unit of the one before, or null. */
    private @Nullable Amount further(int i, Amount first) {
        Amount hour = first.seconds() == Units.HOUR ? anotherHour(i) : null;
        return hour == null ? furtherMinutes(i) : hour;
    }

    private @Nullable Amount anotherHour(int i) {
        int end = tokens.is(i + 1, Tag.UNIT_ADJECTIVE) ? i + 2 : i + 1;
        boolean counts = tokens.isNumber(end) || (tokens.isWord(end) && !tokens.is(end, Tag.PREPOSITION));
        boolean own = !tokens.isWord(end) || isOwnTime(end);
        return own && !counts ? Amount.duration(i, end, Units.HOUR) : null;
    }

    private @Nullable Amount furtherMinutes(int i) {
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
        Amount named = named(i);
        boolean led = isLead(i);
        if (named != null || (!led && !tokens.isOneOf(i, ",("))) {
            return named;
        }
        Amount stopped = stops.at(i);
        if (stopped != null) {
            return stopped;
        }
        Amount length = led ? lengthBehind(i) : severalTimes(i + 1);
        if (length != null) {
            return isPause(i, length) ? length : null;
        }
        return led && sure ? minutesOff(i + 1) : null;
    }

    /** The length at token {@code i}, as often as the break was taken that has it right before its name: "two one-hour breaks", "2 x 15 min breaks". */
    private @Nullable Amount severalTimes(int i) {
        Amount once = durations.at(i);
        Quantity count = once == null ? quantities.at(i) : null;
        if (count == null || count.value() != Math.rint(count.value()) || count.value() > MOST_BREAKS) {
            return once;
        }
        Amount each = durations.at(tokens.is(count.to(), Tag.TIMES) ? count.to() + 1 : count.to());
        return each != null && tokens.is(each.to(), Tag.PAUSE)
                ? each.at(i, each.to()).times(count.value())
                : null;
    }

    /** The first length of time behind a word that takes one off, or null. */
    private @Nullable Amount lengthBehind(int led) {
        Amount length = length(led + 1);
        int end = lengthEnd(led);
        for (int at = led + 2; length == null && at <= end && !tokens.isBreak(at - 1); at++) {
            length = severalTimes(at);
        }
        return length;
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

    /** "menos la hora que paramos": an hour that needs no number where it is taken off. */
    private @Nullable Amount length(int i) {
        boolean hour = tokens.is(i, Tag.THE) && tokens.is(i + 1, Tag.HOUR) && !tokens.is(i + 1, Tag.PLURAL_UNIT);
        return hour && !tokens.isNumber(i + 2) ? Amount.duration(i, i + 2, Units.HOUR) : severalTimes(i);
    }

    private static boolean isRound(double minutes) {
        return minutes >= FEWEST_MINUTES && minutes <= MOST_MINUTES && minutes % FEWEST_MINUTES == 0;
    }

    private boolean isPause(int lead, Amount pause) {
        boolean taken = tokens.is(lead, Tag.MINUS) && pause.from() <= lead + 2;
        boolean away = tokens.is(lead, Tag.LESS) && tokens.has(pause.to(), pause.to() + 2, Tag.AWAY);
        return taken
                || away
                || tokens.has(lead + 1, pause.to() + PAUSE_LOOK, Tag.PAUSE)
                || stops.isForPause(pause.to());
    }
}
