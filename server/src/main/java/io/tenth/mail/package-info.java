/** Mailboxes and messages: what a person has sent, where it is kept, and the reading of a message out of its raw bytes. */
@ApplicationModule(allowedDependencies = {"shared", "audit", "crypto"})
@NullMarked
package io.tenth.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
