package io.tenth.mail;

import io.tenth.shared.MailboxId;
import io.tenth.shared.Version;

/**
 * A mailbox with what it takes to open it.
 *
 * @param version of the mailbox that has this connection
 */
public record Connected(MailboxId mailbox, MailboxKind kind, Connection connection, Version version) {}
