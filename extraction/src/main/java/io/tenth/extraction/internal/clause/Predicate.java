package io.tenth.extraction.internal.clause;

/**
 * The verb of a clause and who or what does it.
 *
 * @param verb the token of the verb, or -1 in a clause without one
 * @param subject who or what
 */
public record Predicate(int verb, Subject subject) {

    /** Who or what does it. */
    public enum Subject {
        /** I, we; also "Jane and I". */
        AUTHOR,
        /** Nobody is named: "Reviewed the lease", "2 hours on the motion". */
        IMPLIED,
        /** Somebody else. */
        SOMEBODY,
        /** A name right before the verb: a person, or the matter of a line. */
        NAME,
        /** Work itself: "the audit took". */
        WORK,
        /** "it", "this". */
        IT,
        /** Anything else: "the flight takes". */
        THING
    }

    public boolean hasVerb() {
        return verb >= 0;
    }
}
