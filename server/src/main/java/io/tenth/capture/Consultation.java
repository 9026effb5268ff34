package io.tenth.capture;

import io.tenth.model.Trouble;
import org.jspecify.annotations.Nullable;

/** Whether a second opinion on a mention was wanted, and what became of that. */
sealed interface Consultation {

    /** The engine is sure enough, or its owner lets nobody be asked. */
    record Unasked() implements Consultation {}

    record Answered(Opinion opinion) implements Consultation {}

    /** The engine's answer stands. */
    record Unanswered(Trouble trouble) implements Consultation {}

    /** Whether there ought to be one. */
    default boolean isWanting() {
        return this instanceof Unanswered;
    }

    /** The opinion; null where there is none. */
    default @Nullable Opinion opinion() {
        return this instanceof Answered answered ? answered.opinion() : null;
    }
}
