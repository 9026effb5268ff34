package io.tenth.mail;

import tools.jackson.databind.json.JsonMapper;

/** A connection as the text that is sealed into the store. */
final class ConnectionText {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ConnectionText() {}

    static String of(Connection connection) {
        return JSON.writeValueAsString(connection);
    }

    static Connection read(MailboxKind kind, String text) {
        return JSON.readValue(text, typeOf(kind));
    }

    private static Class<? extends Connection> typeOf(MailboxKind kind) {
        return switch (kind) {
            case IMAP -> Connection.Imap.class;
            case GMAIL, GRAPH -> Connection.Grant.class;
            case FOLDER -> Connection.Folder.class;
            case FILE -> throw new IllegalStateException("a mailbox of files has no connection");
        };
    }
}
