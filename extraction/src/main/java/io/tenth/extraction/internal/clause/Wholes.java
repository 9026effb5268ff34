package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Tokens;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Finds a whole that stands before its parts: {@code 2 hours (1.5 research, 0.5 drafting)}. The parts count where they add up
 * to it; a part that does not, {@code 14 hours, 2 of them today}, counts in the whole.
 */
final class Wholes {

    private static final int FARTHEST = 24;
    private static final int MOST_PARTS = 30;
    private static final int NEAR = 3;

    /** How the whole is written, or where: what does not hold for its parts. */
    private static final Set<Evidence> OF_THE_WHOLE_ALONE = EnumSet.of(
            Evidence.NO_UNIT,
            Evidence.BURIED_NUMBER,
            Evidence.ATTRIBUTE_OF_A_NOUN,
            Evidence.WHOLE_OR_HALF_DAY,
            Evidence.DAYS_RATHER_THAN_HOURS,
            Evidence.IMPLAUSIBLE_LENGTH,
            Evidence.SAID_BEFORE,
            Evidence.NO_WORK_NAMED);

    /** What says that the two are compared already, as what was worked and what is charged. */
    private static final Set<Evidence> SETTLED = EnumSet.of(Evidence.CHARGED_FIGURE, Evidence.REPLACED_FIGURE);

    /** What says of a whole that it is nothing to charge: somebody else's time, or how long a recording is. */
    private static final Set<Evidence> NOT_THE_AUTHORS = EnumSet.of(
            Evidence.SOMEBODY_ELSE, Evidence.OUTAGE_OR_WAITING, Evidence.PERSONAL_TIME, Evidence.IN_THE_PRESENT);

    /** What says of its part that it was worked. */
    private static final Set<Evidence> DONE = EnumSet.of(
            Evidence.AUTHOR_DID_IT,
            Evidence.PAST_TENSE_WORK,
            Evidence.WORK_NAMED_BESIDE_IT,
            Evidence.TIME_SPENT,
            Evidence.AUTHOR_NAMED);

    private final List<Testimony> all;

    private Wholes(List<Testimony> all) {
        this.all = all;
    }

    static void compare(List<Testimony> all) {
        var wholes = new Wholes(all);
        for (int i = 0; i + 1 < all.size(); i++) {
            wholes.compare(i);
        }
        for (int i = 0; i + 1 < all.size(); i++) {
            wholes.release(i);
        }
    }

    private void compare(int index) {
        Amount whole = all.get(index).scene().amount();
        Amount next = all.get(index + 1).scene().amount();
        int opening = next.from() - whole.to() <= FARTHEST ? opening(index, next) : -1;
        int end = opening < 0 ? -1 : endOfParts(index, opening);
        if (end > 0) {
            if (!isSettled(index, end)) {
                split(index, end);
            }
        } else if (isPart(index) && Collections.disjoint(all.get(index).seen(), SETTLED)) {
            all.get(index + 1).seen().add(Evidence.PART_OF_ANOTHER);
        }
    }

    /** "5 hours, out of which please bill 4 only, one hour was my own mistake": what is charged is told already; the rest is not. */
    private boolean isSettled(int index, int end) {
        List<Testimony> parts = all.subList(index + 1, end);
        boolean settled = parts.stream().anyMatch(part -> part.seen().contains(Evidence.CHARGED_FIGURE));
        if (settled) {
            parts.stream()
                    .filter(part -> Collections.disjoint(part.seen(), SETTLED))
                    .forEach(part -> part.seen().add(Evidence.PART_OF_ANOTHER));
        }
        return settled;
    }

    /** "His seven hours, I was there for 2.5 of those": the part of a whole that does not count is no part of an entry. */
    private void release(int index) {
        Set<Evidence> part = all.get(index + 1).seen();
        boolean apart = !Collections.disjoint(all.get(index).seen(), NOT_THE_AUTHORS)
                && Collections.disjoint(part, NOT_THE_AUTHORS);
        if (apart && !Collections.disjoint(part, DONE)) {
            part.remove(Evidence.PART_OF_ANOTHER);
        }
    }

    /** The mark or the word that leads from the whole to its parts, or -1. */
    private int opening(int index, Amount next) {
        Tokens tokens = tokens(index);
        for (int i = all.get(index).scene().amount().to(); i < next.from(); i++) {
            if (tokens.isOneOf(i, "(:=") || tokens.is(i, Tag.PARTITIVE)) {
                return i;
            }
        }
        return -1;
    }

    /** One past the last part if they add up to the whole, else -1. */
    private int endOfParts(int index, int opening) {
        Scene whole = all.get(index).scene();
        int beyond = index + MOST_PARTS + 2;
        int last = beyond < all.size()
                ? all.get(beyond).scene().amount().from()
                : whole.tokens().size();
        int close = end(whole, opening, last);
        double sum = 0;
        int part = index + 1;
        while (part < all.size() && part - index <= MOST_PARTS) {
            Amount amount = all.get(part).scene().amount();
            if (amount.from() >= close) {
                break;
            }
            sum += amount.minutes();
            part++;
        }
        return part - index > 2 && Math.abs(sum - whole.amount().minutes()) <= 1 ? part : -1;
    }

    /** Where the parts end: with the bracket, the sentence, or the list below a colon; of a bracket no more than up to {@code last}. */
    private static int end(Scene whole, int opening, int last) {
        Tokens tokens = whole.tokens();
        int close = opening;
        if (tokens.isMark(opening, '(')) {
            while (close < last && !tokens.isBreak(close) && !tokens.isMark(close, ')')) {
                close++;
            }
            return close;
        }
        if (!tokens.isBreak(opening + 1)) {
            return whole.layout().sentenceEnd(opening + 1);
        }
        int line = whole.layout().lineOf(opening) + 1;
        while (line < whole.layout().lines() && whole.page().hasAmount(line)) {
            line++;
        }
        return whole.layout().start(line);
    }

    private void split(int index, int end) {
        Set<Evidence> shared = EnumSet.noneOf(Evidence.class);
        shared.addAll(all.get(index).seen());
        shared.removeAll(OF_THE_WHOLE_ALONE);
        all.get(index).seen().add(Evidence.TOTAL_OF_LINES);
        for (Testimony part : all.subList(index + 1, end)) {
            part.seen().remove(Evidence.BURIED_NUMBER);
            part.seen().addAll(shared);
        }
    }

    /** "3.5 hours, including an hour of travel", "14 hours, 2 hours of which today". */
    private boolean isPart(int index) {
        Scene whole = all.get(index).scene();
        Scene part = all.get(index + 1).scene();
        Tokens tokens = tokens(index);
        boolean smaller = part.amount().minutes() < whole.amount().minutes();
        boolean led = isLed(tokens, whole.amount().to(), part.amount().from())
                || tokens.is(part.amount().to(), Tag.PARTITIVE);
        return smaller && led && whole.sentence().covers(part.amount().from());
    }

    /** "of which about two hours"; not "on top of that, two hours". */
    private static boolean isLed(Tokens tokens, int from, int to) {
        for (int i = to - 1; i >= Math.max(from, to - NEAR) && tokens.isWord(i); i--) {
            if (tokens.is(i, Tag.PARTITIVE)) {
                return true;
            }
        }
        return false;
    }

    private Tokens tokens(int index) {
        return all.get(index).scene().tokens();
    }
}
