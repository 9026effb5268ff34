package io.tenth.capture;

import io.tenth.shared.DomainException;
import io.tenth.shared.MailboxId;
import io.tenth.shared.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which scans are asked for, newest first.
 *
 * @param mailbox those of one mailbox; null for all
 * @param after the cursor of the page before; null for the first page
 * @param limit 1 to 100
 */
public record ScanQuery(
        @Nullable MailboxId mailbox, @Nullable String after, int limit) {

    public ScanQuery {
        Page.size(limit);
        place(after);
    }

    /** The last scan of the page before. */
    @Nullable
    UUID before() {
        return place(after);
    }

    static String cursor(Scan last) {
        return last.id().value().toString();
    }

    private static @Nullable UUID place(@Nullable String cursor) {
        try {
            return cursor == null ? null : UUID.fromString(cursor);
        } catch (IllegalArgumentException notOurs) {
            throw DomainException.invalid("cursor", "The cursor is not one that a page gave.");
        }
    }
}
