package io.tenth.assistant;

import io.tenth.shared.Actor;

/**
 * Something that a person can have done through the API, an assistant or the command line. It acts as the person who asks, with
 * that person's rights and on that person's data, and on nothing else. It is called by {@link Tools}, which checks the arguments
 * and records the call.
 */
public interface Tool<A extends Record, R extends Record> {

    ToolDescription<A, R> description();

    /** Does it. Arguments were checked against their ranges; what was left out is null. */
    R call(A arguments, Actor.Person person);
}
