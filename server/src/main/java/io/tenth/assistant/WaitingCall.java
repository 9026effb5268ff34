package io.tenth.assistant;

import java.time.Instant;
import java.util.UUID;

/**
 * A call that an assistant asked for, and that waits for the person's yes.
 *
 * @param arguments exactly as they were asked for, as JSON
 * @param willDo what it will do, as the person reads it
 * @param until when it is forgotten
 */
public record WaitingCall(
        UUID id, String tool, String arguments, String willDo, Asker.Assistant asker, Instant until) {}
