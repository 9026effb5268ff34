/** The words that every room shares: who asks, typed ids, ranges, refusals. No beans, no SQL, no HTTP. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.tenth.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
