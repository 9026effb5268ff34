/** Seals a person's text under that person's own key: envelope encryption, and the hashes of secrets and of identities. */
@ApplicationModule(allowedDependencies = {"shared", "store"})
@NullMarked
package io.tenth.crypto;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
