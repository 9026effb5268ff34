package io.tenth.shared;

import java.util.UUID;

/** The id of a mailbox. */
public record MailboxId(UUID value) {

    public static MailboxId next() {
        return new MailboxId(Ids.next());
    }
}
