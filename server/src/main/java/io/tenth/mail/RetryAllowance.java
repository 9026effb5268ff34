package io.tenth.mail;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps retries to a tenth of what is asked: each first try earns a tenth of a retry. A service in trouble is not asked several
 * times as much as a healthy one. Thread-safe.
 */
final class RetryAllowance {

    private static final int COST = 10;
    private static final int MOST = 10 * COST;

    private final AtomicInteger tenths = new AtomicInteger(MOST);

    /** Notes a first try. */
    void earn() {
        tenths.getAndUpdate(has -> Math.min(MOST, has + 1));
    }

    /** Whether there is a retry left; if so, it is used. */
    boolean spend() {
        return tenths.getAndUpdate(has -> has < COST ? has : has - COST) >= COST;
    }
}
