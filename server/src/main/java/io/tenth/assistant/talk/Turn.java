package io.tenth.assistant.talk;

import java.time.Instant;
import java.util.UUID;

/**
 * The assistant's turn in a conversation: from what a person has said to the end of the answer.
 *
 * @param message the answer that it writes
 * @param leasedUntil when its node is taken for dead, unless it says otherwise
 */
public record Turn(UUID id, UUID conversation, UUID message, boolean isOver, Instant leasedUntil) {

    boolean runs(Instant now) {
        return !isOver && !leasedUntil.isBefore(now);
    }
}
