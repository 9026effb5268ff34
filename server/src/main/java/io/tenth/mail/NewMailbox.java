package io.tenth.mail;

import io.tenth.shared.Line;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox to be made.
 *
 * @param connection null for one that files are put into
 */
public record NewMailbox(
        String name, MailboxKind kind, @Nullable Connection connection) {

    private static final int LONGEST_NAME = 200;

    public NewMailbox {
        name = nameOf(name);
    }

    static String nameOf(String typed) {
        return Line.of(typed, "name", "The mailbox's name", LONGEST_NAME);
    }
}
