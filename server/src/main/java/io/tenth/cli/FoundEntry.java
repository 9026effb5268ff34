package io.tenth.cli;

import io.tenth.extraction.TimeMention;
import io.tenth.mail.MailMessage;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A time entry and the message it was found in.
 *
 * @param billedMinutes what a client would be charged: the worked minutes rounded up, 0 where the work is not billable
 */
record FoundEntry(TimeMention mention, int billedMinutes, Origin origin) {

    /** What is kept of the message, so that its text can be forgotten. */
    record Origin(@Nullable String messageId, String to, String subject, OffsetDateTime sentAt) {

        static Origin of(MailMessage message) {
            return new Origin(message.messageId(), message.to(), message.subject(), message.sentAt());
        }
    }

    static FoundEntry of(TimeMention mention, int increment, Origin origin) {
        return new FoundEntry(mention, mention.billable() ? roundedUp(mention.minutes(), increment) : 0, origin);
    }

    private static int roundedUp(int minutes, int increment) {
        return Math.ceilDiv(minutes, increment) * increment;
    }
}
