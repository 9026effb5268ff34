package io.tenth.mail;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait before something is tried again: any time between none and a ceiling that doubles with each try (full jitter),
 * so that those who failed together do not come back together. Where the service names a pause, that comes first.
 *
 * @param first the ceiling after the first try
 * @param longest the highest ceiling
 */
record Pauses(Duration first, Duration longest, RandomGenerator random) {

    private static final int MOST_DOUBLINGS = 20;

    /** The pause after a number of tries, the first being 1. */
    Duration after(int tries, MailServiceException failure) {
        var asked =
                failure instanceof MailServiceException.Throttled much ? much.retryAfter() : Optional.<Duration>empty();
        return asked.map(pause -> pause.plus(upTo(first))).orElseGet(() -> upTo(ceiling(tries)));
    }

    private Duration ceiling(int tries) {
        var doubled = first.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    private Duration upTo(Duration ceiling) {
        return Duration.ofNanos(random.nextLong(ceiling.toNanos() + 1));
    }
}
