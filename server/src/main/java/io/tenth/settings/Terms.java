package io.tenth.settings;

import io.tenth.shared.MatterId;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By which rules a person's time is billed at the moment.
 *
 * @param increments the matters of clients who are billed in steps of their own
 */
public record Terms(BillingRule rule, Map<MatterId, Integer> increments) {

    public Terms {
        increments = Map.copyOf(increments);
    }

    /** Whole minutes; none of what is not billable. */
    public int billed(@Nullable MatterId matter, boolean billable, Duration worked) {
        if (!billable) {
            return 0;
        }
        return rule.inStepsOf(matter == null ? null : increments.get(matter)).billed(worked);
    }
}
