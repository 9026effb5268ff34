package io.tenth.mail;

import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;

/** A grant is of no more use here: its mailbox was removed, and no other one of the person's is of the same account. */
record GrantLeft(MailboxId mailbox, MailboxKind kind, Connection.Grant grant, Actor.Person person) {}
