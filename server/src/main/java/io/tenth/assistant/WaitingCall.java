package io.tenth.assistant;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A call that an assistant asked for, and that waits for the person's yes.
 *
 * @param arguments exactly as they were asked for, as JSON
 * @param agreed what a yes to it is meant for
 * @param until when it is forgotten
 */
public record WaitingCall(UUID id, String tool, String arguments, WillDo agreed, Asker.Assistant asker, Instant until) {

    /** What it will do, as the person reads it. */
    public String willDo() {
        return agreed.sentence();
    }

    /** The conversation of the person in which it was asked for; empty where a program has asked. */
    public Optional<UUID> conversation() {
        return asker.door() == Asker.Door.CHAT || asker.door() == Asker.Door.PLAIN
                ? Optional.ofNullable(asker.origin()).map(UUID::fromString)
                : Optional.empty();
    }
}
