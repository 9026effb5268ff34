/** Time entries: the only facts, and their only writer. */
@ApplicationModule(allowedDependencies = {"shared", "store", "audit", "crypto", "identity", "client"})
@NullMarked
package io.tenth.entry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
