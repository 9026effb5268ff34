package io.tenth.capture;

import io.tenth.shared.MailboxId;
import io.tenth.shared.ScanId;
import io.tenth.shared.UploadId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a mailbox, and how far it has come.
 *
 * @param position how many messages of the source were dealt with
 * @param failure a sentence for the owner; null unless the scan has failed
 */
public record Scan(
        ScanId id,
        MailboxId mailbox,
        UploadId upload,
        State state,
        int position,
        Bytes bytes,
        Counts counts,
        @Nullable String failure,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /** Where a scan stands. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        public boolean isOver() {
            return this != QUEUED && this != RUNNING;
        }
    }

    /** How much of the source was read, and how much there is. */
    public record Bytes(long read, long total) {

        /** 0 to 100. */
        public int percent() {
            return total == 0 ? 100 : Math.clamp(read * 100 / total, 0, 100);
        }
    }

    /**
     * What became of the messages.
     *
     * @param fresh read for the first time
     * @param known recorded by an earlier scan, and passed over
     * @param unreadable reported with their errors
     * @param proposals found in the fresh ones
     */
    public record Counts(int fresh, int known, int unreadable, int proposals) {

        static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts plus(Counts more) {
            return new Counts(
                    fresh + more.fresh, known + more.known, unreadable + more.unreadable, proposals + more.proposals);
        }

        public int messages() {
            return fresh + known + unreadable;
        }
    }

    /** A message that could not be read. */
    public record Problem(int position, String location, String reason) {}
}
