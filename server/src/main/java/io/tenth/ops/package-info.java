/** What an operator sees: settings, health, metrics, build information. */
@ApplicationModule(allowedDependencies = {"shared", "store"})
@NullMarked
package io.tenth.ops;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
