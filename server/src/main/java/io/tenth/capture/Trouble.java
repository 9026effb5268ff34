package io.tenth.capture;

import java.util.Arrays;
import java.util.Locale;

/** Why nothing was learnt of a message. */
public enum Trouble {
    /** The message itself: its reader says in what. */
    UNREADABLE(""),
    TOO_LONG("Its analysis took too long, and was given up."),
    TOO_MANY("It speaks of more than 200 times. The first 200 are proposed; enter the others by hand."),
    ENGINE_FAULT("The analysis failed on this message. This is a fault of Tenth; please report it.");

    private final String sentence;

    Trouble(String sentence) {
        this.sentence = sentence;
    }

    /** The name in the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String sentence() {
        return sentence;
    }

    /** The trouble of which a message's owner was told so. */
    static Trouble of(String sentence) {
        return Arrays.stream(values())
                .filter(trouble -> trouble.sentence.equals(sentence))
                .findFirst()
                .orElse(UNREADABLE);
    }
}
