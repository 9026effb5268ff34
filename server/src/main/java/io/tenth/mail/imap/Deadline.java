package io.tenth.mail.imap;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** The time until which a server must have answered. One that sends a byte now and then gains nothing by it. */
final class Deadline {

    private final Duration silence;
    private long end;

    Deadline(Duration silence, Duration first) {
        this.silence = silence;
        begin(first);
    }

    void begin(Duration time) {
        end = System.nanoTime() + time.toNanos();
    }

    /** Whether it is reached, so that a read that ended did not end by a silence alone. */
    boolean hasPassed() {
        return left().toMillis() <= 0;
    }

    /** How long the next read may take, in milliseconds. */
    int nextRead() throws SocketTimeoutException {
        var left = left().toMillis();
        if (left <= 0) {
            throw new SocketTimeoutException("the time for the whole operation is over");
        }
        return (int) Math.min(silence.toMillis(), left);
    }

    private Duration left() {
        return Duration.ofNanos(end - System.nanoTime());
    }
}
