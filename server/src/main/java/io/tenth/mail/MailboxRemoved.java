package io.tenth.mail;

import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;

/**
 * A person removes a mailbox. It is told within the transaction that removes it, before anything else of it goes: whoever keeps
 * text of its messages forgets it now, and whoever reads it stops.
 */
public record MailboxRemoved(MailboxId mailbox, Actor.Person person) {}
