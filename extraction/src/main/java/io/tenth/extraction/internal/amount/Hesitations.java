package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads ranges whose bounds are said one after the other: {@code an hour, hour and a half}, {@code an hour, maybe ninety minutes},
 * {@code two hours, perhaps two and a half}. A list has its work between two amounts; what goes on with the same hours and a half
 * more is one amount that was thought over.
 */
final class Hesitations {

    private static final double HALF = 0.5;

    private static final Tags NUMBERED = Tags.of(Tag.REFERENCE, Tag.AND, Tag.MONTH);

    private final Tokens tokens;
    private final Quantities quantities;
    private final Units units;

    /** The amount at a token that is no range, or null. */
    private final IntFunction<@Nullable Amount> amounts;

    Hesitations(Tokens tokens, Quantities quantities, Units units, IntFunction<@Nullable Amount> amounts) {
        this.tokens = tokens;
        this.quantities = quantities;
        this.units = units;
        this.amounts = amounts;
    }

    /** "two, two and a half hours": the same number with a half. */
    boolean isHalfMore(Quantity low, Quantity high) {
        return high.value() == low.value() + HALF
                && tokens.isWord(low.from())
                && tokens.small(low.from()).equals(tokens.small(high.from()))
                && !tokens.isNumber(low.from() - 1)
                && !tokens.isAny(low.from() - 1, NUMBERED);
    }

    /** The range from the amount to the one that is said right behind it, or null. */
    @Nullable
    Amount beyond(Amount lower, Quantity count) {
        int comma = lower.to();
        if (!isJoined(comma) || lower.attributive() || isListed(lower.from())) {
            return null;
        }
        boolean perhaps = tokens.is(comma + 1, Tag.APPROXIMATE);
        int from = perhaps ? comma + 2 : comma + 1;
        Amount upper = amounts.apply(from);
        if (upper == null) {
            return withoutUnit(lower, count, from);
        }
        return isLittleMore(upper.seconds() - lower.seconds(), lower.seconds(), perhaps)
                ? lower.at(lower.from(), upper.to()).or(upper.seconds())
                : null;
    }

    private boolean isJoined(int comma) {
        return tokens.isMark(comma, ',') && !tokens.isCellStart(comma + 1) && !units.areAll();
    }

    /** Half an hour more than full hours; where a word says that nobody knows, up to twice as much. */
    private static boolean isLittleMore(double more, double lower, boolean perhaps) {
        boolean half = more == HALF * Units.HOUR && lower % Units.HOUR == 0;
        return half || (perhaps && more > 0 && more <= lower);
    }

    /** "an hour, an hour, an hour and a half": one of several. */
    private boolean isListed(int from) {
        return tokens.isMark(from - 1, ',') && tokens.isAny(from - 2, Tag.HOUR, Tag.MINUTE);
    }

    /** "two hours, two and a half". */
    private @Nullable Amount withoutUnit(Amount lower, Quantity count, int from) {
        Quantity high = quantities.at(from);
        if (high == null || high.value() != count.value() + HALF || !tokens.is(lower.to() - 1, Tag.HOUR)) {
            return null;
        }
        return !tokens.isWord(high.to()) || isLed(high.to())
                ? lower.at(lower.from(), high.to()).or(high.value() * Units.HOUR)
                : null;
    }

    private boolean isLed(int i) {
        return tokens.isAny(i, Tag.PREPOSITION, Tag.GERUND, Tag.DATE_WORD);
    }
}
