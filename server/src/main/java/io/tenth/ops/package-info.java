/** What an operator sees beside the framework's own health and metrics, which application.yaml sets out. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package io.tenth.ops;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
