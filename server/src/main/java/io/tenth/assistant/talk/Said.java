package io.tenth.assistant.talk;

import java.util.List;

/**
 * What a model has said in one go.
 *
 * @param calls the calls that it wants, in its order
 */
public record Said(String text, List<Call> calls, End end) {

    public Said {
        calls = List.copyOf(calls);
    }

    /** Why it ended. */
    public enum End {
        /** It has said all. */
        WHOLE,
        /** There was no more room. */
        CUT,
        /** The service holds the rest back. */
        WITHHELD
    }

    /**
     * A call of a tool that it wants. Nothing of it can be trusted.
     *
     * @param number of the call in this answer, from zero
     */
    public record Call(int number, String tool, String arguments) {}
}
