/** Sums over time entries. Reads only. */
@ApplicationModule(allowedDependencies = {"shared", "identity"})
@NullMarked
package io.tenth.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
