/** What a person has to do. */
@ApplicationModule(allowedDependencies = {"shared", "audit"})
@NullMarked
package io.tenth.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
