package io.tenth.capture;

import io.tenth.shared.MailboxId;
import io.tenth.shared.ScanId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a scan has cost and come to so far.
 *
 * @param correlation the id under which the log has what it did
 * @param read messages that were fetched and taken apart, known ones among them
 * @param passedOver messages that were seen before: neither fetched nor taken apart
 * @param proposals that it has found itself
 * @param calls of the mail service
 * @param worked how long workers had it, up to what it stored last; the waits between are not in it
 */
public record ScanFigures(
        ScanId id,
        String correlation,
        MailboxId mailbox,
        Scan.State state,
        int read,
        int passedOver,
        int unreadable,
        int proposals,
        int calls,
        @Nullable String failure,
        Duration worked) {

    /** How many messages it has dealt with. */
    public int processed() {
        return read + passedOver;
    }
}
