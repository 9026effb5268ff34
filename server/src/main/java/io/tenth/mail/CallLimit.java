package io.tenth.mail;

import java.time.Duration;

/**
 * How much a service may be asked of one mailbox.
 *
 * @param units in any stretch of time as long as {@code period}
 * @param dearest what the dearest call costs
 */
public record CallLimit(int units, int dearest, Duration period) {

    public CallLimit {
        if (dearest < 1 || units < dearest || !period.isPositive()) {
            throw new IllegalArgumentException("no call fits into " + units + " units in " + period);
        }
    }
}
