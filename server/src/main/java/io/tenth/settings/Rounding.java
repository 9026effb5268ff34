package io.tenth.settings;

import io.tenth.shared.DomainException;
import java.util.Arrays;
import java.util.Locale;

/** How billed time is brought to whole increments. */
public enum Rounding {
    NONE,
    NEAREST,
    UP;

    /** The name in the store and in the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a name of the API. Refuses another word. */
    public static Rounding ofKey(String key) {
        return Arrays.stream(values())
                .filter(rounding -> rounding.key().equals(key))
                .findFirst()
                .orElseThrow(() -> DomainException.invalid("rounding", "rounding is one of none, nearest, up."));
    }
}
