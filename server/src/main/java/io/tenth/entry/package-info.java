/** Time entries: the only facts, and their only writer. */
@ApplicationModule(allowedDependencies = {"shared", "store", "audit", "crypto", "identity", "client", "settings"})
@NullMarked
package io.tenth.entry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
