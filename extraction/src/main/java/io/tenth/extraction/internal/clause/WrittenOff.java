package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.amount.Amount.Kind;
import io.tenth.extraction.internal.clause.Scene.Page;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leaves of an amount what may be charged where the rest is given away: {@code 3 hours, of which 2 should not be billed},
 * {@code 3 hours. Please write off one}, {@code 4 hours, of which only 3 are charged}.
 */
final class WrittenOff {

    private static final List<Tag> SIGNS = List.of(Tag.PARTITIVE, Tag.WRITE_OFF, Tag.CHARGED, Tag.BILLED);
    private static final Tags SMALL = Tags.of(
            Tag.ADVERB,
            Tag.BE,
            Tag.MODAL,
            Tag.ME,
            Tag.THEIR,
            Tag.OTHER,
            Tag.IT,
            Tag.PARTITIVE,
            Tag.APPROXIMATE,
            Tag.SUBORDINATOR,
            Tag.CHARGED);
    private static final int SECONDS_IN_HOUR = 3600;
    private static final int FARTHEST = 24;

    /** How far from the words for a part its count may stand. */
    private static final int NEAR = 4;

    private static final int REMARK = 8;

    private final Page page;
    private static final Tags AFTER_A_COUNT =
            Tags.of(Tag.PARTITIVE, Tag.NON_BILLABLE, Tag.MODAL, Tag.BE, Tag.WRITE_OFF, Tag.ADVERB, Tag.NEGATION);

    private final Tokens tokens;
    private final List<Amount> amounts;
    private final BitSet reduced = new BitSet();

    /**
     * A part of the amount before it.
     *
     * @param from its first token
     * @param to one past its last token
     * @param seconds how long it is
     */
    private record Part(int from, int to, double seconds) {}

    private WrittenOff(Page page) {
        this.page = page;
        this.tokens = page.tokens();
        this.amounts = new ArrayList<>(page.amounts());
    }

    static WrittenOff of(Page page) {
        var writtenOff = new WrittenOff(page);
        if (writtenOff.hasSign(0, page.tokens().size())) {
            for (int i = 0; i < page.amounts().size(); i++) {
                writtenOff.look(i);
            }
        }
        return writtenOff;
    }

    /** The page with what is left of each amount. */
    Page page() {
        return reduced.isEmpty() ? page : page.with(List.copyOf(amounts));
    }

    /** Says of what is left that it is charged, whatever is said of the part beside it. */
    void mark(List<Testimony> all) {
        for (int i = reduced.nextSetBit(0); i >= 0; i = reduced.nextSetBit(i + 1)) {
            all.get(i).seen().add(Evidence.CHARGED_FIGURE);
        }
    }

    private boolean hasSign(int from, int to) {
        for (Tag sign : SIGNS) {
            if (tokens.has(from, to, sign)) {
                return true;
            }
        }
        return false;
    }

    private void look(int index) {
        int end = page.layout().sentenceEnd(page.amounts().get(index).to());
        boolean more = end + 1 < tokens.size() && !tokens.isBreak(end) && !tokens.isBreak(end + 1);
        if (!take(index, end) && more) {
            take(index, page.layout().sentenceEnd(end + 1));
        }
    }

    /** Takes off the amount what is given away of it before {@code end}; false where nothing is. */
    private boolean take(int index, int end) {
        Amount whole = page.amounts().get(index);
        Range place = new Range(whole.to(), Math.min(end, whole.to() + FARTHEST));
        Amount next = index + 1 < page.amounts().size() ? page.amounts().get(index + 1) : null;
        Part stated =
                next != null && place.covers(next.from()) ? new Part(next.from(), next.to(), next.seconds()) : null;
        Part part = stated == null ? counted(whole, place) : stated;
        if (part == null || part.seconds() >= whole.seconds()) {
            return false;
        }
        if (stated == null && isCharged(whole, part)) {
            leave(index, part.seconds());
        } else if (isGivenAway(whole, part)) {
            leave(index, whole.seconds() - part.seconds());
        }
        return reduced.get(index);
    }

    /** "abgerechnet werden nur 3": the verb of the charge, and nothing that has a meaning of its own before the count. */
    private boolean isCharged(Amount whole, Part part) {
        int verb = Math.max(lastOf(whole.to(), part.from(), Tag.CHARGED), lastOf(whole.to(), part.from(), Tag.BILLED));
        for (int i = verb + 1; i < part.from(); i++) {
            if (!tokens.isAny(i, SMALL)) {
                return false;
            }
        }
        return verb >= 0
                && part.from() - verb <= NEAR + 1
                && part.to() <= page.layout().sentenceEnd(whole.to())
                && !tokens.isWord(part.to())
                && tokens.isAny(part.from() - 1, Tag.ADVERB, Tag.CHARGED)
                && !tokens.isAny(verb, Tag.NON_BILLABLE, Tag.WRITE_OFF);
    }

    private boolean isGivenAway(Amount whole, Part part) {
        int to = page.layout().sentenceEnd(part.to());
        return isPart(whole.to(), part)
                ? isFree(Math.max(whole.to(), part.from() - NEAR), endOfRemark(part, to))
                : isOrdered(whole, part) && isNothingElse(part, to);
    }

    /** What is said of the part right behind it: "is not chargeable". */
    private int endOfRemark(Part part, int to) {
        int end = part.to();
        while (end < Math.min(to, part.to() + REMARK) && !tokens.isOneOf(end, ",;()")) {
            end++;
        }
        return end;
    }

    /** Whether something is said to be given away: in words for it, or as "should not be billed". */
    private boolean isFree(int from, int to) {
        int verb = Math.max(lastOf(from, to, Tag.BILLED), lastOf(from, to, Tag.CHARGED));
        return tokens.has(from, to, Tag.NON_BILLABLE)
                || tokens.has(from, to, Tag.WRITE_OFF)
                || (verb >= 0 && tokens.has(Math.max(from, verb - NEAR), verb, Tag.NEGATION));
    }

    /** "of which 2", "1 hour of which". */
    private boolean isPart(int from, Part part) {
        return tokens.has(Math.max(from, part.from() - NEAR), part.to() + NEAR, Tag.PARTITIVE);
    }

    /** "please write off one": the verb before it, as an instruction. */
    private boolean isOrdered(Amount whole, Part part) {
        int verb = lastOf(whole.to(), part.from(), Tag.WRITE_OFF);
        int start = Math.max(whole.to(), page.layout().sentenceStart(part.from()));
        boolean ordered = verb >= 0 && part.from() - verb <= NEAR;
        return ordered && (tokens.has(start, verb, Tag.REQUEST) || !tokens.isWord(verb - 1) || verb <= start + 1);
    }

    private int lastOf(int from, int to, Tag tag) {
        for (int i = to - 1; i >= from; i--) {
            if (tokens.is(i, tag)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the part names no work of its own. */
    private boolean isNothingElse(Part part, int to) {
        for (int i = part.to(); i < Math.min(to, part.to() + NEAR); i++) {
            if (!tokens.isWord(i) || tokens.is(i, Tag.PARTITIVE)) {
                return true;
            }
            if (tokens.isAny(i, Tag.WORK, Tag.PREPOSITION) || tokens.isCapitalised(i)) {
                return false;
            }
        }
        return true;
    }

    /** A count without a unit, which has that of the whole: "of which 2", "half of that", "write off one". */
    private @Nullable Part counted(Amount whole, Range place) {
        if (whole.is(Kind.CLOCK) || whole.is(Kind.DAYS)) {
            return null;
        }
        for (int i = place.from(); i < place.to(); i++) {
            double value = value(i);
            if (value > 0 && isCount(i) && isLed(Math.max(place.from(), i - NEAR - 1), i)) {
                return new Part(
                        i, i + 1, tokens.is(i, Tag.FRACTION) ? whole.seconds() * value : value * SECONDS_IN_HOUR);
            }
        }
        return null;
    }

    private boolean isLed(int from, int to) {
        return tokens.is(to + 1, Tag.PARTITIVE) || hasSign(from, to);
    }

    private double value(int i) {
        boolean word = tokens.isAny(i, Tag.NUMBER, Tag.FRACTION);
        return tokens.isNumber(i)
                ? tokens.numeral(i).value()
                : word ? tokens.word(i).value() : Double.NaN;
    }

    /** Whether the number counts nothing that is named behind it. */
    private boolean isCount(int i) {
        boolean pronoun = tokens.isAny(i - 1, Tag.THE, Tag.IT) && tokens.isWord(i);
        return isFree(i)
                && !pronoun
                && page.dates().covering(i) == null
                && !tokens.isOneOf(i + 1, "%/:")
                && !tokens.isOneOf(i - 1, "$€£/");
    }

    private boolean isFree(int i) {
        return !tokens.isWord(i + 1)
                || (tokens.is(i - 1, Tag.WRITE_OFF) && !tokens.isWord(i + 2))
                || tokens.isAny(i + 1, AFTER_A_COUNT);
    }

    private void leave(int index, double seconds) {
        Amount whole = amounts.get(index);
        amounts.set(index, new Amount(whole.from(), whole.to(), seconds, whole.kind(), whole.attributive(), List.of()));
        reduced.set(index);
    }
}
