package io.tenth.mail;

import io.tenth.shared.MailboxId;
import io.tenth.shared.UploadId;

/**
 * An uploaded file of mail, kept sealed until its scan has ended.
 *
 * @param size in bytes
 * @param chunks how many pieces it is kept in
 */
public record Upload(UploadId id, MailboxId mailbox, String name, long size, int chunks) {}
