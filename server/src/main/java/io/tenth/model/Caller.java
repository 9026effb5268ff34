package io.tenth.model;

import java.time.Duration;

/** Hands a question to the service and brings back the body of a good answer. */
@FunctionalInterface
interface Caller {

    /** Takes no longer than it is given. */
    byte[] ask(byte[] question, Duration atMost) throws ModelException;
}
