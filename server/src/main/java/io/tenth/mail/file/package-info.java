/** Mail in files and uploads: mbox, Maildir, single messages and folders of them. Only translates to {@code mail}. */
@NamedInterface("file")
@NullMarked
package io.tenth.mail.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
