package io.tenth.mail;

import java.time.Duration;
import java.util.Optional;

/**
 * A mail service did not do as asked. The kind says what helps; the message is a sentence for the mailbox's owner and never
 * holds a secret, an address of the mail, or text that the service sent.
 */
public abstract sealed class MailServiceException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String sentence;

    private MailServiceException(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    private MailServiceException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** The sentence for the mailbox's owner. */
    public final String sentence() {
        return sentence;
    }

    /** The owner must connect the mailbox again: the password is wrong, the grant was revoked or has expired. */
    public static final class Reconnect extends MailServiceException {
        private static final long serialVersionUID = 1L;

        public Reconnect(String sentence) {
            super(sentence);
        }
    }

    /** Too much was asked in too short a time. */
    public static final class Throttled extends MailServiceException {
        private static final long serialVersionUID = 1L;

        private final long retryAfterMillis;

        /** The pause that the service asks for; empty where it names none. */
        public Throttled(String sentence, Optional<Duration> retryAfter) {
            super(sentence);
            this.retryAfterMillis = retryAfter.map(Duration::toMillis).orElse(-1L);
        }

        public Optional<Duration> retryAfter() {
            return retryAfterMillis < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(retryAfterMillis));
        }
    }

    /** It may work if it is tried again: no answer, a broken connection, an error of the service's own. */
    public static final class Unavailable extends MailServiceException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String sentence) {
            super(sentence);
        }

        /** Nothing came of the service at all, for this reason. */
        public Unavailable(String sentence, Throwable cause) {
            super(sentence, cause);
        }

        /** Whether nothing came of the service: then nobody reaches it. Else it was there, and failed on what was asked. */
        boolean isSilence() {
            return getCause() != null;
        }
    }

    /** It will not work however often it is tried: no such host, no mailbox of sent mail, a permission that is missing. */
    public static final class Impossible extends MailServiceException {
        private static final long serialVersionUID = 1L;

        public Impossible(String sentence) {
            super(sentence);
        }
    }

    /** The cursor is too old or of a mailbox that was made anew: list all again. */
    public static final class CursorExpired extends MailServiceException {
        private static final long serialVersionUID = 1L;

        public CursorExpired() {
            super("The service has forgotten how far the mailbox was read.");
        }
    }
}
