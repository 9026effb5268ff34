package io.tenth.mail;

import io.tenth.mail.MailReading.Readable;
import io.tenth.mail.MailReading.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.io.MaxHeaderLimitException;
import org.apache.james.mime4j.io.MaxLineLimitException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a message out of its raw bytes (RFC 5322 and MIME), whichever mailbox they came from.
 *
 * <p>Hostile input is expected: whatever the bytes are, the answer is a {@link MailReading}, within {@link MailLimits}.
 * Thread-safe.
 */
public final class MailParser {

    /** A fault of the parser beneath must not end a scan; tests assert that no known input gets here. */
    static final String READER_FAULT = "It could not be taken apart; this is a fault of the reader.";

    private final MailLimits limits;

    public MailParser(MailLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads one message.
     *
     * @param position its place in the source
     * @param location where it is, for the owner, should it be unreadable
     * @param envelopeDate when the mailbox says it was sent, used where the message has no usable Date header
     */
    public MailReading parse(int position, String location, byte[] raw, @Nullable OffsetDateTime envelopeDate) {
        return parse(new RawMail.Whole(position, location, raw, envelopeDate));
    }

    private MailReading parse(RawMail.Whole whole) {
        var position = whole.position();
        var location = whole.location();
        try {
            return new Readable(position, message(whole));
        } catch (MailRefused refused) {
            return new Unreadable(position, location, refused.reason());
        } catch (MimeException | IOException refused) {
            return new Unreadable(position, location, reason(refused));
        } catch (RuntimeException fault) {
            return new Unreadable(position, location, READER_FAULT);
        }
    }

    /** Reads what a source gave. */
    public MailReading read(RawMail mail) {
        return switch (mail) {
            case RawMail.Whole whole -> parse(whole);
            case RawMail.Refused refused -> new Unreadable(refused.position(), refused.location(), refused.reason());
        };
    }

    private MailMessage message(RawMail.Whole whole) throws MailRefused, MimeException, IOException {
        byte[] raw = whole.content();
        if (raw.length == 0) {
            throw new MailRefused("It is empty.");
        }
        if (raw.length > limits.rawBytes()) {
            throw new MailRefused(tooLarge(limits));
        }
        MessageContent content = new MessageContent(limits);
        content.read(new ByteArrayInputStream(LineEnds.mended(raw)));
        PartHeader header = content.header();
        BodyChoice.Text body = content.body();
        return new MailMessage(
                messageId(header),
                header.text("from"),
                header.text("to"),
                header.text("subject"),
                sentAt(header, whole.envelopeDate()),
                body.html(),
                body.content(),
                whole.digest());
    }

    /** The reason for refusing a message by its size alone. */
    public static String tooLarge(MailLimits limits) {
        return "It is larger than the limit of " + limits.rawBytes() + " bytes.";
    }

    private static @Nullable String messageId(PartHeader header) {
        String id = header.value("message-id");
        return id.isEmpty() ? null : id;
    }

    private static OffsetDateTime sentAt(PartHeader header, @Nullable OffsetDateTime envelopeDate) throws MailRefused {
        return MailDates.parse(header.value("date"))
                .or(() -> Optional.ofNullable(envelopeDate).filter(MailDates::isPlausible))
                .orElseThrow(() -> new MailRefused("It has no usable Date header, so the day of the work is unknown."));
    }

    private String reason(Exception refused) {
        Throwable cause = refused.getCause() == null ? refused : refused.getCause();
        return switch (cause) {
            case MaxHeaderLimitException limit -> "It has more than " + limits.headers() + " header fields.";
            case MaxHeaderLengthLimitException limit ->
                "A header field is larger than the limit of " + limits.headerBytes() + " bytes.";
            case MaxLineLimitException limit ->
                "A header line is longer than the limit of " + limits.headerLineBytes() + " bytes.";
            default -> "It is not a message that can be taken apart (MIME).";
        };
    }
}
