package io.tenth.capture;

import io.tenth.mail.MailServiceException;
import io.tenth.mail.RawMail;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What a scan reads, in batches, in memory that does not grow with it. Messages that were seen before are counted and passed
 * over: they are neither fetched nor taken apart. Not thread-safe.
 */
interface ScanSource extends AutoCloseable {

    /** A batch is not known to weigh more than this before it was read. */
    long USUAL_WEIGHT = 4 << 20;

    /** About how many bytes the next batch will hold in memory, so that there is room for it before it is read. */
    default long weight() throws IOException, MailServiceException {
        return USUAL_WEIGHT;
    }

    /** Reads the next batch; empty at the end. Throws only when the source itself fails, never for a message. */
    Optional<Batch> next() throws IOException, MailServiceException;

    /** Hears, from another thread, how many more messages it gave out that were not looked for: they do not count. */
    default void leaveOut(int messages) {}

    /** What a later scan goes on from; empty where there is no such thing, and where not all was read that was listed. */
    Optional<String> cursor();

    @Override
    void close();

    /**
     * Some messages, and how far the source was read with them.
     *
     * @param items those to be analysed; may be empty where all were passed over
     */
    record Batch(List<Item> items, ScanProgress.Reached reached) {

        /** How much of it is held in memory. */
        long bytes() {
            return items.stream().mapToLong(item -> item.mail().bytes()).sum();
        }
    }

    /**
     * A message to be analysed.
     *
     * @param key what names it in its mailbox; empty where it has no such name
     */
    record Item(Optional<String> key, RawMail mail) {}
}
