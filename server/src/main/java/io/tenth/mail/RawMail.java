package io.tenth.mail;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** One message as it lies in its source, before it is taken apart by a {@link MailParser}. */
public sealed interface RawMail {

    /** The place in the source, counted from 0. */
    int position();

    /** Where to find it, for its owner. */
    String location();

    /**
     * A message that is there.
     *
     * @param envelopeDate when the source says it was sent, used where the message has no usable Date header
     * @param digest SHA-256 of the content in hexadecimal
     */
    @SuppressWarnings("ArrayRecordComponent") // the bytes are read once, by the one who asked
    record Whole(
            int position,
            String location,
            byte[] content,
            @Nullable OffsetDateTime envelopeDate,
            String digest) implements RawMail {

        public Whole(int position, String location, byte[] content, @Nullable OffsetDateTime envelopeDate) {
            this(position, location, content, envelopeDate, digestOf(content));
        }
    }

    /** A message that the source could not give. The reason is a sentence without text of the mail. */
    record Refused(int position, String location, String reason) implements RawMail {}

    /** How much of it is held in memory. */
    default long bytes() {
        return switch (this) {
            case Whole whole -> whole.content().length;
            case Refused refused -> 0;
        };
    }

    /** SHA-256 in hexadecimal. */
    static String digestOf(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
