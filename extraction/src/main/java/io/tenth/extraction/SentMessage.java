package io.tenth.extraction;

import io.tenth.extraction.internal.text.OwnWords;
import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * A message as its author sent it.
 *
 * @param from the author's address line, possibly empty
 * @param to the recipients' address line, possibly empty
 * @param subject the decoded subject, possibly empty
 * @param sentAt when it was sent, in the author's own offset: the day of the work is counted in it
 * @param format how {@code body} is to be read
 * @param body the decoded text with its quoted history; every offset of an answer counts its UTF-16 code units
 */
public record SentMessage(
        String from, String to, String subject, OffsetDateTime sentAt, BodyFormat format, String body) {

    /** Refuses what is missing. */
    public SentMessage {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(sentAt, "sentAt");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(body, "body");
    }

    /** The whole body as its reader sees it, quoted history included: plain text, without marks of no width. */
    public String shownText() {
        return OwnWords.shown(body, format);
    }
}
