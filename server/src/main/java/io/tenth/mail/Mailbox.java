package io.tenth.mail;

import io.tenth.shared.MailboxId;
import java.time.Instant;

/** A place that a person's sent mail comes from. */
public record Mailbox(MailboxId id, String name, Instant createdAt) {}
