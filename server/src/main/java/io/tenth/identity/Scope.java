package io.tenth.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a personal token allows a program to do. Accounts, passwords, sessions and tokens are in no scope. */
public enum Scope {
    TASKS_READ,
    TASKS_WRITE,
    TIME_READ,
    TIME_WRITE,
    REPORTS_READ,
    CLIENTS_READ,
    CLIENTS_WRITE,
    MAIL_READ,
    MAIL_WRITE,
    ACCOUNT_READ;

    /** The name in the store and in the API, such as {@code tasks:read}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /** The scope for only reading the same. */
    public Scope reading() {
        return valueOf(name().replace("_WRITE", "_READ"));
    }

    public static Optional<Scope> ofKey(String key) {
        return Arrays.stream(values()).filter(scope -> scope.key().equals(key)).findFirst();
    }
}
