package io.tenth.assistant;

/**
 * What a call will do, as a yes to it is meant: where either is another by then, nothing is done.
 *
 * @param sentence as the person reads it; without text of mail
 * @param versions of what it changes, where the sentence does not say all that is there; empty where it does
 */
public record WillDo(String sentence, String versions) {

    /** What a sentence says all of. */
    static WillDo said(String sentence) {
        return new WillDo(sentence, "");
    }
}
