package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Numeral;
import io.tenth.extraction.internal.token.Numeral.Shape;
import io.tenth.extraction.internal.token.Tokens;

/** Multiplies an amount by a count that stands beside it: {@code three 20-minute calls}, {@code 1.5 hours each way}. */
final class Products {

    private static final int MOST = 20;
    private static final int LOOK = 4;

    private final Tokens tokens;

    Products(Tokens tokens) {
        this.tokens = tokens;
    }

    Amount multiplied(Amount amount) {
        if (!amount.is(Amount.Kind.DURATION)) {
            return amount;
        }
        int last = amount.to();
        if (tokens.is(last, Tag.EACH_WAY)) {
            return amount.over(amount.from(), last + 2, amount.seconds() * 2d);
        }
        int count = countBefore(amount.from());
        if (count > 1 && (amount.attributive() || tokens.is(amount.to(), Tag.PLURAL_EVENT))) {
            return amount.over(amount.from() - 1, amount.to(), (double) amount.seconds() * count);
        }
        return eachOfSeveral(amount);
    }

    /** "three calls of 20 minutes each", "two sessions, 40 minutes each". */
    private Amount eachOfSeveral(Amount amount) {
        if (!tokens.is(amount.to(), Tag.EACH)) {
            return amount;
        }
        for (int i = amount.from() - 1; i >= amount.from() - LOOK && !tokens.isBreak(i); i--) {
            int count = tokens.is(i, Tag.PLURAL_EVENT) ? countBefore(i) : 0;
            if (count > 1) {
                return amount.over(i - 1, amount.to() + 1, (double) amount.seconds() * count);
            }
        }
        return amount;
    }

    private int countBefore(int i) {
        if (tokens.is(i - 1, Tag.NUMBER)) {
            double count = tokens.word(i - 1).value();
            return count <= MOST && count == Math.rint(count) ? (int) count : 0;
        }
        Numeral number = tokens.isNumber(i - 1) ? Numeral.of(tokens.text(i - 1)) : Numeral.of("");
        return number.is(Shape.WHOLE) && number.first() <= MOST ? number.first() : 0;
    }
}
