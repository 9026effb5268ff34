package io.tenth.mail;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The messages of one mailbox, one after the other, in memory that does not grow with the mailbox.
 *
 * <p>To go on after an interruption, open the source again and {@link #skip} what was read. Not thread-safe.
 */
public interface MailSource extends Closeable {

    /** Reads the next message; empty at the end. Throws only when the source itself fails, never for a message. */
    Optional<MailReading> next() throws IOException;

    /** The next message as {@link #next} would read it, not yet taken apart. */
    Optional<RawMail> take() throws IOException;

    /** Passes over the next messages without parsing them; returns how many there were, fewer only at the end. */
    int skip(int messages) throws IOException;

    /** How far the reading has come, for a progress bar: bytes of the source used up. */
    long bytesRead();

    /** What {@link #bytesRead} will come to; empty for a stream of unknown length. */
    OptionalLong totalBytes();
}
