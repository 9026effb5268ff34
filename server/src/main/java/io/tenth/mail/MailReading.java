package io.tenth.mail;

/** What became of one message of a source: read, or refused with a reason. Nothing in a source passes unaccounted. */
public sealed interface MailReading {

    /** The place in the source, counted from 0; the same at every reading of the same source. */
    int position();

    /** A message that was read. The name is that of the pair; {@code java.lang.Readable} is met nowhere near mail. */
    @SuppressWarnings("AvoidCommonTypeNames")
    record Readable(int position, MailMessage message) implements MailReading {}

    /**
     * A message that could not be read.
     *
     * @param location where to find it: a file, or the place of the message within one
     * @param reason a sentence for the mailbox's owner; never holds text of the mail
     */
    record Unreadable(int position, String location, String reason) implements MailReading {}
}
