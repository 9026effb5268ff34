/** Mail at Gmail, by its API. Only translates to {@code mail}; {@link io.tenth.mail.gmail.GmailMail} is the door. */
@NullMarked
package io.tenth.mail.gmail;

import org.jspecify.annotations.NullMarked;
