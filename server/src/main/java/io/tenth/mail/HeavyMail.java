package io.tenth.mail;

import io.tenth.mail.MailServiceException.Throttled;
import io.tenth.mail.MailServiceException.Unavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets only so many messages be fetched at the same time on a node of which it was not known beforehand that they weigh more than is
 * usually held at once: those of providers, which say no sizes and answer within a time of theirs. Who knows the size of what it is
 * going to fetch has room kept for it, and no part in this: a slow host would take it from all others.
 */
public final class HeavyMail {

    private static final int AT_ONCE = 2;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Semaphore TURNS = new Semaphore(AT_ONCE, true);

    private HeavyMail() {}

    /** The right to fetch, which ends when it is closed. */
    public static final class Turn implements AutoCloseable {

        private Turn() {}

        @Override
        public void close() {
            TURNS.release();
        }
    }

    /**
     * Waits for a turn.
     *
     * @throws Throttled when that takes too long
     */
    public static Turn turn() throws MailServiceException {
        try {
            if (!TURNS.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Throttled("Other very large messages are being read.", Optional.of(LONGEST_WAIT));
            }
            return new Turn();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Unavailable("The mail service was not waited for.", stopping);
        }
    }
}
