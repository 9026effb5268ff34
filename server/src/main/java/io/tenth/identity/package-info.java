/** Who may come in: accounts, passwords, sign-ins, access tokens and the one-time links that make accounts. */
@ApplicationModule(allowedDependencies = {"shared", "store", "audit", "crypto"})
@NullMarked
package io.tenth.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
