package io.tenth.shared;

import java.util.Locale;

/** What an account may do beyond its own data. */
public enum Role {
    USER,
    MANAGER,
    AUDITOR,
    ADMIN;

    /** The name in the store and in the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
