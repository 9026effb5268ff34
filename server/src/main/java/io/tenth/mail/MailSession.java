package io.tenth.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sent mail of one mailbox while it is open. Not thread-safe; closing it never fails. */
public interface MailSession extends AutoCloseable {

    /**
     * References of the messages sent since a time, newest first.
     *
     * @param page where to go on, from the listing before; null for the first page
     */
    Listing sentSince(Instant since, @Nullable String page) throws MailServiceException;

    /**
     * The same, for somebody who looks for words in them afterwards. A service may leave out what lacks one of the words, by its own
     * search, if that is what its users expect of it: Gmail does. Elsewhere all are listed, since the usual ways of a service to
     * search find less than is looked for. IMAP servers compare what was sent, not what is shown, in which a word may have markup
     * or entities of HTML within it; and those with an index know whole words or their beginnings alone. So does {@code $search} of
     * Graph, for the first 1,000 messages, without a period, and not for a delta.
     *
     * @param words none, and all are asked for
     */
    default Listing sentSince(Instant since, List<String> words, @Nullable String page) throws MailServiceException {
        return sentSince(since, page);
    }

    /**
     * References of the messages that were added after a cursor, in any order.
     *
     * @param cursor of an earlier listing of this mailbox
     * @throws MailServiceException.CursorExpired when the service no longer knows it, and all must be listed again
     */
    Listing addedAfter(String cursor, @Nullable String page) throws MailServiceException;

    /** So much of mail is held at once, but for a single message that is larger. */
    long BYTES_AT_ONCE = 8 << 20;

    /**
     * The messages of these references, each answered in the order asked: its bytes, or that it is not there any more. Where they
     * are too large to be held at once, the first of them are answered, at least one; the others may be asked for next.
     */
    List<Fetched> fetch(List<Reference> references) throws MailServiceException;

    /** What a message weighs where nobody has said so: with its attachments, more than most do. */
    long USUAL_BYTES = 200 << 10;

    /**
     * About how many bytes a {@link #fetch} of these references will hold, before it is made. By the service's word where it tells
     * that without the messages, else by what is usual.
     */
    default long weight(List<Reference> references) throws MailServiceException {
        return Math.min(BYTES_AT_ONCE, references.size() * USUAL_BYTES);
    }

    /** The most references that one {@link #fetch} should be asked for. */
    int fetchSize();

    /** How many calls of the service this session has made so far. */
    int calls();

    /** The connection, once the service has given newer secrets for it than it was opened with: they are to be kept. */
    default Optional<Connection> renewed() {
        return Optional.empty();
    }

    @Override
    void close();

    /**
     * A message as its service names it.
     *
     * @param key unique and lasting in its mailbox: for IMAP the folder, its UIDVALIDITY and the UID, else the service's id
     */
    record Reference(String key) {}

    /**
     * A page of references.
     *
     * @param next the page that follows; null on the last one
     * @param cursor what {@link #addedAfter} goes on from once every page of this listing was read; the same on each page of
     *     it, or only on the last one, as the service has it
     */
    record Listing(
            List<Reference> references,
            @Nullable String next,
            @Nullable String cursor) {

        public Listing {
            references = List.copyOf(references);
        }
    }

    /** What a reference led to. */
    sealed interface Fetched {

        Reference reference();

        /** How much of it is held in memory. */
        default long bytes() {
            return switch (this) {
                case Raw raw -> raw.content().length;
                case Gone gone -> 0;
                case Refused refused -> 0;
            };
        }

        /**
         * A message.
         *
         * @param sentAt when the service says it was sent, used where the message has no usable Date header
         */
        @SuppressWarnings("ArrayRecordComponent") // the bytes are read once, by the one who asked
        record Raw(Reference reference, byte[] content, Optional<Instant> sentAt) implements Fetched {}

        /** The message was deleted or moved since it was listed. */
        record Gone(Reference reference) implements Fetched {}

        /**
         * The message is there and cannot be had: too large, or the service fails on it alone.
         *
         * @param reason a sentence for its owner
         * @param lasting whether it will be so whenever it is asked for; else a later scan asks again
         */
        record Refused(Reference reference, String reason, boolean lasting) implements Fetched {}
    }
}
