/** Messages as they come out of any mailbox, and the reading of one out of its raw bytes. May use {@code shared}. */
@NullMarked
package io.tenth.mail;

import org.jspecify.annotations.NullMarked;
