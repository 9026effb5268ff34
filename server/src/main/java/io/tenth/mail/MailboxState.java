package io.tenth.mail;

import java.util.Locale;

/** How a mailbox stands with its service. */
public enum MailboxState {
    OK,
    /** Its owner must connect it again: the password or the grant is no longer good. */
    RECONNECT,
    /** It could not be read lately; it is tried again by itself. */
    FAILING;

    /** The name in the store and in the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MailboxState ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
