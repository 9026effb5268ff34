package io.tenth.model;

import io.tenth.shared.WorkType;
import java.util.List;

/**
 * A sentence on which a second opinion is wanted: all that the model is told.
 *
 * @param sentence without addresses, 1 to 600 characters
 * @param minutes as they were read in it
 * @param kind as it was read in it
 * @param matters what the work may have been for, in words of the sentence; at most 8
 */
public record Question(String sentence, int minutes, WorkType kind, List<String> matters) {

    /** The longest sentence that is sent. */
    public static final int LONGEST = 600;

    /** The most matters that are given to choose from. */
    public static final int MOST_MATTERS = 8;

    public Question {
        matters = List.copyOf(matters);
        if (sentence.isBlank() || sentence.length() > LONGEST || matters.size() > MOST_MATTERS) {
            throw new IllegalArgumentException(
                    "no question: " + sentence.length() + " characters, " + matters.size() + " matters");
        }
    }

    @Override
    public String toString() {
        return "a question of " + sentence.length() + " characters";
    }
}
