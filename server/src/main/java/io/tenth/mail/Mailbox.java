package io.tenth.mail;

import io.tenth.shared.MailboxId;
import io.tenth.shared.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place that a person's sent mail comes from.
 *
 * @param problem a sentence for its owner; null while it is well
 * @param connection what it is reached with, without any secret; null for one that files are put into
 * @param backfilledTo all that was sent since then was read; null while that is so of no time
 * @param lastScanAt when it was last read; null before the first time
 */
public record Mailbox(
        MailboxId id,
        String name,
        MailboxKind kind,
        MailboxState state,
        @Nullable String problem,
        @Nullable Connection connection,
        @Nullable Instant backfilledTo,
        @Nullable Instant lastScanAt,
        Version version,
        Instant createdAt) {

    /** The entity tag of an answer that shows it: a scan changes what is shown, and not the version. */
    public String etag() {
        return version.etag((state.key() + "|" + problem + "|" + backfilledTo + "|" + lastScanAt).hashCode());
    }
}
