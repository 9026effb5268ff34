package io.tenth.model;

import java.util.Arrays;
import java.util.Locale;

/** Why the language model has given no verdict. */
public enum Trouble {
    DOWN("it did not answer"),
    SLOW("it took too long"),
    BUSY("it was asked as often as it may be"),
    REFUSED("it refused the question"),
    GARBLED("its answer was not one of those allowed");

    private final String words;

    Trouble(String words) {
        this.words = words;
    }

    /** The name in the store and in metrics. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A part of a sentence about the model. */
    public String words() {
        return words;
    }

    public static Trouble ofKey(String key) {
        return Arrays.stream(values())
                .filter(trouble -> trouble.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such trouble: " + key));
    }
}
