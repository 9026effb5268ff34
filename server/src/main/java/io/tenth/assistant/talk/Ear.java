package io.tenth.assistant.talk;

/** Hears an answer in pieces. What it heard counts only where the whole answer then comes. */
public interface Ear {

    /** A piece of the text. */
    void text(String piece);

    /**
     * A call begins.
     *
     * @param number of the call in this answer, from zero
     */
    void call(int number, String tool);

    /** A piece of the arguments of a call. */
    void arguments(int number, String piece);

    /** Tokens that were read and written for this answer, as the service counts, else an estimate. Said once, however it ended. */
    void used(long tokens);
}
