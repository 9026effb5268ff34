/** What a person has to do, and the time spent on it. */
@ApplicationModule(allowedDependencies = {"shared", "store", "crypto", "audit", "identity"})
@NullMarked
package io.tenth.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
