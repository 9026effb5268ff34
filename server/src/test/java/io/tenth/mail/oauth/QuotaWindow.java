package io.tenth.mail.oauth;

import io.tenth.mail.CallLimit;
import java.util.ArrayDeque;

/** Counts as a strict provider does: in no stretch of the period, wherever it begins, are more units used than the limit has. */
public final class QuotaWindow {

    private final CallLimit limit;
    private final ArrayDeque<Use> uses = new ArrayDeque<>();
    private long used;
    private long granted;

    public QuotaWindow(CallLimit limit) {
        this.limit = limit;
    }

    private record Use(long atNanos, int units) {}

    /** Whether so many units may be used now; if so, they are. */
    public synchronized boolean take(int units) {
        var now = System.nanoTime();
        while (!uses.isEmpty()
                && now - uses.peekFirst().atNanos() >= limit.period().toNanos()) {
            used -= uses.removeFirst().units();
        }
        if (used + units > limit.units()) {
            return false;
        }
        uses.addLast(new Use(now, units));
        used += units;
        granted += units;
        return true;
    }

    /** All units that were ever granted. */
    public synchronized long granted() {
        return granted;
    }
}
