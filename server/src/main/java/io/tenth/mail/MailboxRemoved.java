package io.tenth.mail;

import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;

/**
 * A person removes a mailbox. It is told within the transaction from which on it is gone, before anything of it goes: whoever reads
 * it stops, and whoever keeps text of its messages sees to it that it goes soon, however much it is.
 */
public record MailboxRemoved(MailboxId mailbox, Actor.Person person) {}
