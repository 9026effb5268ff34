/** Mail in folders of this server that are watched. Only translates to {@code mail}. */
@NullMarked
package io.tenth.mail.folder;

import org.jspecify.annotations.NullMarked;
