package io.tenth.capture;

import io.tenth.shared.ScanId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the message of a proposal was read.
 *
 * @param scan that has read it; null where that is no longer known
 * @param correlation the id under which the log has what that scan did; null where that is no longer known
 * @param millis how long that took; null where it was not kept
 * @param at when that was; null where it was not kept
 */
public record Reading(
        @Nullable ScanId scan,
        @Nullable String correlation,
        @Nullable Integer millis,
        @Nullable Instant at) {

    /** Of which nothing is known. */
    public static final Reading UNKNOWN = new Reading(null, null, null, null);
}
