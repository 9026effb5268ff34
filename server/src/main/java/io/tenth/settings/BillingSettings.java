package io.tenth.settings;

import io.tenth.shared.DomainException;
import io.tenth.shared.Line;
import io.tenth.shared.Money;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a person's time is billed.
 *
 * @param increment 6, 10, 15 or 30 minutes
 * @param minimum the least that is billed for an entry, 0 to 480 minutes
 * @param workingDay what "a day" in a message is worth: 60 to 1440 minutes
 * @param defaultRate what an hour costs where no rate says more; 0 to 1,000,000 in hundredths; null where nothing is said
 * @param currency a code of ISO 4217
 * @param rateCategory whose rates apply, such as {@code partner}; 1 to 50 characters, or null
 */
public record BillingSettings(
        Rounding rounding,
        int increment,
        int minimum,
        int workingDay,
        @Nullable BigDecimal defaultRate,
        String currency,
        @Nullable String rateCategory) {

    private static final Set<Integer> INCREMENTS = Set.of(6, 10, 15, 30);
    private static final int LONGEST_CATEGORY = 50;

    /** As worked, a working day of eight hours, no rate. */
    public static final BillingSettings DEFAULT = new BillingSettings(Rounding.NONE, 6, 0, 480, null, "USD", null);

    public BillingSettings {
        increment(increment, "rounding_increment_minutes");
        Range.check(minimum, "minimum_increment_minutes", 0, 480);
        Range.check(workingDay, "working_day_hours, in minutes,", 60, 1440);
        defaultRate = defaultRate == null ? null : Money.amount(defaultRate, "default_rate");
        currency = Money.currency(currency);
        rateCategory = category(rateCategory);
    }

    public BillingRule rule() {
        return new BillingRule(rounding, increment, minimum);
    }

    private static @Nullable String category(@Nullable String typed) {
        return typed == null || typed.isBlank()
                ? null
                : Line.of(typed, "rate_category", "The category", LONGEST_CATEGORY);
    }

    private static void increment(int minutes, String what) {
        if (!INCREMENTS.contains(minutes)) {
            throw DomainException.invalid(what + " is one of 6, 10, 15, 30.");
        }
    }
}
