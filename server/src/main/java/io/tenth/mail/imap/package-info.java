/** Mail over IMAP. Only translates to {@code mail}; {@link io.tenth.mail.imap.ImapMail} is the door. */
@NullMarked
package io.tenth.mail.imap;

import org.jspecify.annotations.NullMarked;
