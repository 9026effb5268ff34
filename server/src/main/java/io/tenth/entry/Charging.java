package io.tenth.entry;

import io.tenth.shared.DomainException;
import io.tenth.shared.Line;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of the billing of an entry themselves.
 *
 * @param billedMinutes 0 to 1440, in place of what the rules make of the worked time; null to leave it to the rules
 * @param rateCategory 1 to 50 characters; null for the person's own
 */
public record Charging(
        @Nullable Integer billedMinutes, @Nullable String rateCategory) {

    /** All of it by the rules. */
    public static final Charging BY_RULE = new Charging(null, null);

    private static final int MOST_MINUTES = 1440;

    public Charging {
        if (billedMinutes != null && (billedMinutes < 0 || billedMinutes > MOST_MINUTES)) {
            throw DomainException.invalid("billed_minutes is between 0 and " + MOST_MINUTES + ".");
        }
        rateCategory = rateCategory == null || rateCategory.isBlank()
                ? null
                : Line.of(rateCategory, "rate_category", "The category", 50);
    }
}
