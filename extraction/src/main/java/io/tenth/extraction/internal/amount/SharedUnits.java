package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.date.Dates;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Numeral.Shape;
import io.tenth.extraction.internal.token.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Reads counts that share the unit of the amount before them, since they are built as it is: {@code two hours on the lease and
 * three on the report}, {@code 4 units drafting and 2 reading}, {@code Dana did two hours, I did three}, or say it anew, {@code two
 * hours, no, three}.
 *
 * <p>{@link Parallels}, {@link SharedVerbs} and {@link RestatedCounts} say whether they are. Between the two stands no other
 * number, unless it shares the unit as well: in {@code two hours on clauses 14 and 15} the last is one of the clauses.
 */
final class SharedUnits {

    private static final int MOST_HOURS = 12;
    private static final int MOST_TENTHS = 60;
    private static final int PARTS_OF_HOUR = 4;
    private static final int FEWEST_MINUTES = 5;
    private static final int MOST_MINUTES = 120;

    /** How far before a count the one before it may stand. */
    private static final int LOOK = 24;

    /** How many tokens a count has at most. */
    private static final int COUNT_LOOK = 5;

    /** How far behind a count those are looked for that make the whole amount with it. */
    private static final int PARTS_LOOK = 14;

    private static final Tags COUNTED_BY = Tags.of(Tag.NUMBER, Tag.ARTICLE, Tag.FRACTION, Tag.UNIT_ADJECTIVE);

    private final Tokens tokens;
    private final Dates dates;
    private final Quantities quantities;
    private final Parallels parallels;
    private final SharedVerbs verbs;
    private final RestatedCounts restated;

    /** The last count that shared a unit: the next one may share it with it. */
    private @Nullable Item latest;

    /**
     * An amount before the count.
     *
     * @param from its first token
     * @param to one past its last token
     * @param unit the token that says its unit, in it or far before
     */
    record Item(int from, int to, int unit) {}

    SharedUnits(Tokens tokens, Dates dates, Quantities quantities) {
        this.tokens = tokens;
        this.dates = dates;
        this.quantities = quantities;
        this.parallels = new Parallels(tokens, dates);
        this.verbs = new SharedVerbs(tokens, parallels);
        this.restated = new RestatedCounts(tokens, parallels);
    }

    /** The amount at token {@code i}, or null; asked in the order of the text. */
    @Nullable
    Amount at(int i) {
        boolean another = tokens.is(i, Tag.FURTHER) && tokens.is(i, Tag.ARTICLE);
        Item item = another || isCount(i) ? itemBefore(i) : null;
        Quantity number = item == null ? null : quantities.at(i);
        if (item == null || number == null || !isLength(number, item.unit()) || !isBuiltAs(item, number)) {
            return null;
        }
        latest = new Item(number.from(), number.to(), item.unit());
        return Amount.duration(number.from(), number.to(), number.value() * worth(item.unit()));
    }

    private double worth(int unit) {
        if (tokens.is(unit, Tag.TENTH)) {
            return Units.TENTH;
        }
        return tokens.is(unit, Tag.HOUR) ? Units.HOUR : Units.MINUTE;
    }

    private boolean isCount(int i) {
        return tokens.isNumber(i) || tokens.is(i, Tag.NUMBER);
    }

    private boolean isBuiltAs(Item item, Quantity number) {
        if (restated.restates(item, number)) {
            return true;
        }
        int joint = parallels.joint(item, number);
        if (joint >= 0) {
            return (isListing(item, number, joint) || parallels.isAnother(item, number, joint))
                    && joint > item.to()
                    && isOneSentence(item.to(), joint)
                    && parallels.areListed(item, number, joint);
        }
        return verbs.isSaidAgain(item, number)
                || (isOneSentence(item.to(), number.from()) && verbs.isLeftOut(item, number));
    }

    /** "40 minutes on the affidavit, 20 on the phone": a comma does where the counts behind it are not parts of the amount. */
    private boolean isListing(Item item, Quantity number, int joint) {
        if (tokens.is(joint, Tag.AND) || tokens.isMark(joint, '&') || tokens.is(joint + 1, Tag.ADVERB)) {
            return true;
        }
        boolean activity = tokens.is(item.unit(), Tag.MINUTE) || parallels.isWorkPhrase(number.to());
        return activity && tokens.isMark(joint, ',') && !isWholeOf(item, number);
    }

    /** "90 minutes on the flue, 60 on the stove and 30 on the hood": the counts make the amount together. */
    private boolean isWholeOf(Item item, Quantity number) {
        Quantity whole = quantities.at(item.from());
        double sum = number.value();
        for (int i = number.to(); i < number.to() + PARTS_LOOK && !tokens.isBreak(i) && !tokens.isMark(i, '.'); i++) {
            Quantity part = parallels.isJoint(i - 1) && isCount(i) ? quantities.at(i) : null;
            sum += part == null ? 0 : part.value();
        }
        return whole != null && sum > number.value() && sum >= whole.value() && number.value() < whole.value();
    }

    private boolean isOneSentence(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean abbreviated = tokens.isTouching(i, '.') && !tokens.isOpening(i + 1);
            if (tokens.isOneOf(i, ".!?") && !abbreviated) {
                return false;
            }
        }
        return true;
    }

    private boolean isLength(Quantity number, int unit) {
        if (tokens.numeral(number.from()).is(Shape.POINT)) {
            return false;
        }
        double value = number.value();
        if (tokens.is(unit, Tag.TENTH)) {
            return value >= 1 && value <= MOST_TENTHS && value == Math.rint(value);
        }
        if (tokens.is(unit, Tag.HOUR)) {
            return value > 0 && value <= MOST_HOURS && value * PARTS_OF_HOUR == Math.rint(value * PARTS_OF_HOUR);
        }
        return value >= FEWEST_MINUTES && value <= MOST_MINUTES && value % FEWEST_MINUTES == 0;
    }

    /** The next amount before token {@code i}, if no other number stands between; or null. */
    private @Nullable Item itemBefore(int i) {
        for (int back = i - 1; back >= i - LOOK && !tokens.isBreak(back); back--) {
            if (isUnit(back)) {
                return new Item(countBefore(back), back + 1, back);
            }
            if (isCount(back) && dates.covering(back) == null) {
                return latest != null && latest.from() <= back && latest.to() > back ? latest : null;
            }
        }
        return null;
    }

    private boolean isUnit(int i) {
        boolean counted = tokens.isNumber(i - 1) || tokens.isAny(i - 1, COUNTED_BY);
        return counted && tokens.isAny(i, Tag.HOUR, Tag.MINUTE, Tag.TENTH);
    }

    /** Where the count of a unit begins. */
    private int countBefore(int unit) {
        int from = unit;
        for (int i = unit; i > unit - COUNT_LOOK; i--) {
            Quantity count = quantities.at(i);
            from = count != null && count.to() >= unit ? i : from;
        }
        return from;
    }
}
