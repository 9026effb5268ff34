package io.tenth.assistant;

import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;

/**
 * Something that a person can have done through the API, an assistant or the command line. It acts as the person who asks, with
 * that person's rights and on that person's data, and on nothing else. It is called by {@link Tools}, which checks the arguments
 * and records the call.
 */
public interface Tool<A extends Record, R extends Record> {

    ToolDescription<A, R> description();

    /** What these arguments change. */
    default Effect effect(A arguments) {
        return description().effect();
    }

    /** Does it. Arguments were checked against their ranges; what was left out is null. */
    R call(A arguments, Actor.Person person);

    /** The result in a few words for people, without text of mail. */
    String text(R result);

    /**
     * What a call will do, for the person whose yes it waits for: with all on which that depends, so that the same answer means the
     * same change. Refuses what could not be done.
     */
    default WillDo willDo(A arguments, Actor.Person person) {
        return WillDo.said("Call " + description().name() + ".");
    }

    /**
     * Does what the person has agreed to.
     *
     * @param agreed what it will do, as they have read it. Where that would be something else by now, nothing is done
     */
    default R carryOut(A arguments, WillDo agreed, Actor.Person person) {
        requireSame(agreed, willDo(arguments, person));
        return call(arguments, person);
    }

    /** Refuses what would be something else than was agreed to. */
    static void requireSame(WillDo agreed, WillDo now) {
        if (!agreed.equals(now)) {
            throw DomainException.conflict("What this would do has changed since it was asked for. Ask anew.");
        }
    }

    /** Refuses what the person may ask for and no assistant may. */
    default void refuseToAssistant(A arguments) {}

    /** The result without words of mail that stand in a field which has other words too. */
    default R forModel(R result) {
        return result;
    }
}
