package io.tenth.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How worked time becomes billed time. Worked time is never changed by it.
 *
 * @param increment in minutes; without effect where nothing is rounded
 * @param minimum the least that is billed, in minutes
 */
public record BillingRule(Rounding rounding, int increment, int minimum) {

    private static final int SECONDS = 60;

    /** The rule for work for a client who is billed in steps of their own; a rule that rounds nothing then rounds up. */
    public BillingRule inStepsOf(@Nullable Integer own) {
        return own == null ? this : new BillingRule(rounding == Rounding.NONE ? Rounding.UP : rounding, own, minimum);
    }

    /** Whole minutes. */
    public int billed(Duration worked) {
        return Math.max(minimum, rounded(Math.toIntExact(worked.toSeconds())));
    }

    private int rounded(int seconds) {
        var step = increment * SECONDS;
        return switch (rounding) {
            case NONE -> Math.floorDiv(seconds + SECONDS / 2, SECONDS);
            case NEAREST -> Math.floorDiv(seconds + step / 2, step) * increment;
            case UP -> Math.ceilDiv(seconds, step) * increment;
        };
    }
}
