package io.tenth.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** What an hour may cost, and in what. */
public final class Money {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    private Money() {}

    /** Returns an amount in hundredths. Refuses a negative one, more than a million, and parts of a hundredth. */
    public static BigDecimal amount(BigDecimal typed, String what) {
        var isInRange = typed.signum() >= 0 && typed.compareTo(MOST) <= 0;
        if (!isInRange || typed.stripTrailingZeros().scale() > 2) {
            throw DomainException.invalid(what + " is between 0 and 1000000, with at most two decimals.");
        }
        return typed.setScale(2, RoundingMode.UNNECESSARY);
    }

    /** Returns a code of ISO 4217. Refuses another word. */
    public static String currency(String typed) {
        try {
            return Currency.getInstance(typed).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw DomainException.invalid("currency is a code of ISO 4217, such as EUR.");
        }
    }
}
