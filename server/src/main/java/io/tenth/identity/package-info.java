/** Who may come in: accounts, passwords, sign-ins, sessions, tokens, and the one-time links that make or mend accounts. */
@ApplicationModule(allowedDependencies = {"shared", "store", "audit", "crypto"})
@NullMarked
package io.tenth.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
