package io.tenth.capture;

import io.tenth.shared.DomainException;
import io.tenth.shared.MailboxId;
import io.tenth.shared.ScanId;
import io.tenth.shared.UploadId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a mailbox, and how far it has come.
 *
 * @param position how many messages of the source were dealt with, of a mailbox without those that were passed over
 * @param calls of the mail service; 0 for a file
 * @param judging how it has fared with the language model
 * @param failure a sentence for the owner; null unless the scan has failed
 */
public record Scan(
        ScanId id,
        MailboxId mailbox,
        Subject subject,
        State state,
        int position,
        Extent extent,
        Counts counts,
        int calls,
        Judging judging,
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

    /** What a scan reads. */
    public sealed interface Subject {

        /** A file that was uploaded. */
        record File(UploadId upload) implements Subject {}

        /**
         * What a connected mailbox has sent.
         *
         * @param since how far back
         * @param most how many messages are read, newest first; those seen before do not count
         * @param automatic started by the clock, and not by its owner
         * @param anew whether messages are read again that were seen before
         * @param words what a message has in its subject, its recipients or its text, all of them, to be read at all; with
         *     none, all are
         */
        record Sent(Instant since, int most, boolean automatic, boolean anew, SoughtWords words) implements Subject {

            /** Of all messages. */
            public Sent(Instant since, int most, boolean automatic, boolean anew) {
                this(since, most, automatic, anew, SoughtWords.NONE);
            }

            /** The longest period that a person asks for at once. */
            public static final Duration LONGEST = Duration.ofDays(30);

            /** The most messages that a person asks for at once. */
            public static final int MOST = 1_000;

            /** What a person asks for. Refuses what is out of range. */
            public static Sent asked(Duration period, int most, boolean anew, Instant now) {
                if (period.compareTo(Duration.ofHours(1)) < 0 || period.compareTo(LONGEST) > 0) {
                    throw DomainException.invalid("A scan goes back 1 to 720 hours, or 1 to 30 days.");
                }
                if (most < 1 || most > MOST) {
                    throw DomainException.invalid("A scan reads 1 to 1000 messages.");
                }
                return new Sent(now.minus(period), most, false, anew);
            }

            /** The same of messages with these words alone. */
            public Sent with(SoughtWords sought) {
                return new Sent(since, most, automatic, anew, sought);
            }
        }
    }

    /**
     * How much was read, and how much there is: bytes of a file, messages of a mailbox. What there is of a mailbox grows while
     * it is listed.
     */
    public record Extent(long read, long total) {

        /** 0 to 100. */
        public int percent() {
            return total == 0 ? 100 : Math.clamp(read * 100 / total, 0, 100);
        }
    }

    /** 0 to 100; 100 once it is done, and not before. */
    public int percent() {
        return state == State.DONE ? 100 : state.isOver() ? extent.percent() : Math.min(extent.percent(), 99);
    }

    /** Whether the clock started it, and not its owner. */
    public boolean isAutomatic() {
        return switch (subject) {
            case Subject.File file -> false;
            case Subject.Sent sent -> sent.automatic();
        };
    }

    /** Whether messages are read again that were seen before. */
    boolean isAnew() {
        return switch (subject) {
            case Subject.File file -> false;
            case Subject.Sent sent -> sent.anew();
        };
    }

    /** The same with the words that it looks for, which lie sealed beside it. */
    Scan lookingFor(SoughtWords words) {
        return switch (subject) {
            case Subject.File file -> this;
            case Subject.Sent sent ->
                new Scan(
                        id,
                        mailbox,
                        sent.with(words),
                        state,
                        position,
                        extent,
                        counts,
                        calls,
                        judging,
                        failure,
                        createdAt,
                        finishedAt);
        };
    }

    /** The file that it reads; empty for a mailbox. */
    public Optional<UploadId> upload() {
        return switch (subject) {
            case Subject.File file -> Optional.of(file.upload());
            case Subject.Sent sent -> Optional.empty();
        };
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
    public record Problem(int position, String location, String reason) {

        public Trouble trouble() {
            return Trouble.of(reason);
        }
    }
}
