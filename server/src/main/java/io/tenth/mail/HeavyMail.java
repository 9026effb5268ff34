package io.tenth.mail;

import io.tenth.mail.MailServiceException.Throttled;
import io.tenth.mail.MailServiceException.Unavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets only so many messages be fetched at the same time on a node that weigh more than is usually held at once, whichever mailboxes
 * they lie in.
 */
public final class HeavyMail {

    private static final int AT_ONCE = 2;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Semaphore TURNS = new Semaphore(AT_ONCE, true);
    private static final Turn LIGHT = new Turn(0);

    private HeavyMail() {}

    /** The right to fetch, which ends when it is closed. */
    public static final class Turn implements AutoCloseable {

        private final int taken;

        private Turn(int taken) {
            this.taken = taken;
        }

        @Override
        public void close() {
            TURNS.release(taken);
        }
    }

    /**
     * Waits for a turn to fetch so many bytes; what is light has one at once.
     *
     * @throws Throttled when that takes too long
     */
    public static Turn turn(long bytes) throws MailServiceException {
        if (bytes <= MailSession.BYTES_AT_ONCE) {
            return LIGHT;
        }
        try {
            if (!TURNS.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Throttled("Other very large messages are being read.", Optional.of(LONGEST_WAIT));
            }
            return new Turn(1);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Unavailable("The mail service was not waited for.", stopping);
        }
    }
}
