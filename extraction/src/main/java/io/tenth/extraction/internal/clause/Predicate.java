package io.tenth.extraction.internal.clause;

/**
 * The verb of a clause and who or what does it.
 *
 * @param verb the token of the verb, or -1 in a clause without one
 * @param subject who or what
 */
record Predicate(int verb, Subject subject) {

    /** Who or what does it. */
    enum Subject {
        /** I, we; also "Jane and I". */
        AUTHOR,
        /** Nobody is named: "Reviewed the lease", "2 hours on the motion". */
        IMPLIED,
        /** Somebody else. */
        SOMEBODY,
        /** Work itself: "the audit took". */
        WORK,
        /** "it", "this". */
        IT,
        /** Anything else: "the flight takes". */
        THING
    }

    boolean hasVerb() {
        return verb >= 0;
    }
}
