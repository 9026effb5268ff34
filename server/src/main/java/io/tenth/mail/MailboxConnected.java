package io.tenth.mail;

import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;

/** A mailbox was connected, for the first time or anew. It is told within the transaction that keeps the connection. */
public record MailboxConnected(MailboxId mailbox, Actor.Person person) {}
