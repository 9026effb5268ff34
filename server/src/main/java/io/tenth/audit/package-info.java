/** The record of every change, written in the transaction of the change. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package io.tenth.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
