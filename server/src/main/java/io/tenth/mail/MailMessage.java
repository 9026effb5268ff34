package io.tenth.mail;

import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message as it was sent, decoded: what the engine needs of it and no more.
 *
 * <p>Of a repeated header the first one counts. No text holds a NUL character, and lines end with a line feed.
 *
 * @param messageId the Message-ID as written, angle brackets included; null where the message carries none
 * @param from the author's address line, possibly empty
 * @param to the recipients' address line, possibly empty and cut where it is very long
 * @param subject the decoded subject, possibly empty
 * @param sentAt when it was sent, in the offset of the Date header: the day of the work is counted in it
 * @param html whether {@code body} is HTML rather than plain text
 * @param body the decoded text with its quoted history, possibly empty; attachments are no part of it
 * @param contentDigest SHA-256 of the raw bytes in hexadecimal
 */
public record MailMessage(
        @Nullable String messageId,
        String from,
        String to,
        String subject,
        OffsetDateTime sentAt,
        boolean html,
        String body,
        String contentDigest) {

    public MailMessage {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(sentAt, "sentAt");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(contentDigest, "contentDigest");
    }

    /** What makes it the same message when it is read again: the Message-ID, or the digest where there is none. */
    public String identity() {
        return messageId != null ? messageId : "sha256:" + contentDigest;
    }
}
