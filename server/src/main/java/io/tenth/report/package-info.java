/** Sums over time entries. Reads only. */
@ApplicationModule(allowedDependencies = {"shared", "store", "audit", "identity"})
@NullMarked
package io.tenth.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
