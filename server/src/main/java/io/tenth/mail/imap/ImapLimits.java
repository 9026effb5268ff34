package io.tenth.mail.imap;

import io.tenth.mail.MailLimits;
import java.time.Duration;

/**
 * How much an IMAP server may ask of us.
 *
 * @param connect for a connection to come about
 * @param silence within an answer
 * @param operation for all that one call of a session asks of the server, however it trickles in
 * @param messageBytes of one message, and so of one literal
 * @param lineBytes of a line outside of literals
 * @param answerBytes of an answer outside of literals
 * @param window how many messages one search is about
 */
record ImapLimits(
        Duration connect,
        Duration silence,
        Duration operation,
        int messageBytes,
        int lineBytes,
        int answerBytes,
        int window) {

    static final ImapLimits DEFAULT = new ImapLimits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(15),
            Duration.ofSeconds(60),
            MailLimits.DEFAULT.rawBytes(),
            1 << 20,
            4 << 20,
            10_000);
}
