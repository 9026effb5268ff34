package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Tokens;
import org.jspecify.annotations.Nullable;

/** Reads days at work: {@code all day}, {@code a full day}, {@code half a day}, {@code two full days}. */
final class WorkingDays {

    private final Tokens tokens;
    private final Quantities quantities;
    private final int secondsInDay;

    WorkingDays(Tokens tokens, Quantities quantities, int secondsInDay) {
        this.tokens = tokens;
        this.quantities = quantities;
        this.secondsInDay = secondsInDay;
    }

    /** The amount that begins at token {@code i}, or null. */
    @Nullable
    Amount at(int i) {
        if (tokens.is(i, Tag.WHOLE)) {
            return whole(i);
        }
        Quantity number = quantities.at(i);
        if (number == null) {
            return null;
        }
        int unit = tokens.isMark(number.to(), '-') ? number.to() + 1 : number.to();
        unit = tokens.isAny(unit, Tag.WHOLE, Tag.UNIT_ADJECTIVE) ? unit + 1 : unit;
        return tokens.is(unit, Tag.DAY) ? days(i, unit + 1, number.value()) : null;
    }

    private @Nullable Amount whole(int i) {
        int unit = tokens.is(i + 1, Tag.THE) ? i + 2 : i + 1;
        return tokens.is(unit, Tag.DAY) ? days(i, unit + 1, 1) : null;
    }

    private Amount days(int from, int to, double days) {
        return new Amount(
                from, to, (int) Math.min(Integer.MAX_VALUE, Math.round(days * secondsInDay)), Amount.Kind.DAYS, false);
    }
}
