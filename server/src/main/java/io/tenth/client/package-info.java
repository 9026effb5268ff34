/** The firm's directory of clients and matters. */
@ApplicationModule(allowedDependencies = {"shared", "audit", "identity"})
@NullMarked
package io.tenth.client;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
