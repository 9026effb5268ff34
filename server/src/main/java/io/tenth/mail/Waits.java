package io.tenth.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long was waited for something of our own, by however many at once. Thread-safe. */
final class Waits {

    private final Clock clock;
    private int waiting;
    private Instant since = Instant.EPOCH;
    private Duration ended = Duration.ZERO;

    Waits(Clock clock) {
        this.clock = clock;
    }

    synchronized void begin() {
        if (waiting == 0) {
            since = clock.instant();
        }
        waiting++;
    }

    synchronized void end() {
        ended = total();
        since = clock.instant();
        waiting--;
    }

    /** Those under way among them. */
    synchronized Duration total() {
        return waiting == 0 ? ended : ended.plus(Duration.between(since, clock.instant()));
    }
}
