package io.tenth.request;

import java.util.Locale;

/** What a request is counted as. */
public enum RequestKind {
    /** A try to come in: somebody may be guessing. */
    AUTH,
    /** A program that registers itself. It guesses at nothing, so that it takes no try of anybody's. */
    REGISTRATION,
    READ,
    WRITE;

    /** The name of its limit, as an answer tells it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
