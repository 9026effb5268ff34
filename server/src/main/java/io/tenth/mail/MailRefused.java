package io.tenth.mail;

/** Ends the reading of one message with the sentence that its owner will see. */
final class MailRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    MailRefused(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
