package io.tenth.settings;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an hour of some work costs.
 *
 * @param category whose rates were looked up; null for none
 * @param rate null where neither a rate nor the person's default says anything
 * @param currency null where {@code rate} is
 */
public record Charge(
        @Nullable String category,
        @Nullable BigDecimal rate,
        @Nullable String currency) {

    /** Of work that nobody priced. */
    public static final Charge UNKNOWN = new Charge(null, null, null);
}
