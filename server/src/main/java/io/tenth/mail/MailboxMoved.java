package io.tenth.mail;

import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;

/**
 * A mailbox is being connected to another account or folder than before. It is told within the transaction that does so, before the
 * mailbox is changed: whatever is known of the old account's messages by their places there is of no use for the new one.
 */
public record MailboxMoved(MailboxId mailbox, Actor.Person person) {}
