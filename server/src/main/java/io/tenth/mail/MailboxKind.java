package io.tenth.mail;

import io.tenth.shared.DomainException;
import java.util.Arrays;
import java.util.Locale;

/** Where the mail of a mailbox lies. */
public enum MailboxKind {
    /** Files that a person uploads: mbox, a zip of a Maildir, single messages. */
    FILE,
    /** A folder of this server that is read again and again. */
    FOLDER,
    IMAP,
    GMAIL,
    /** Microsoft 365. */
    GRAPH;

    /** The name in the store and in the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a name of the API. Refuses another word. */
    public static MailboxKind ofKey(String key) {
        return Arrays.stream(values())
                .filter(kind -> kind.key().equals(key))
                .findFirst()
                .orElseThrow(
                        () -> DomainException.invalid("kind", "The kind is one of file, folder, imap, gmail, graph."));
    }
}
