/** What every request shares: security, limits, errors, the page frame. */
@ApplicationModule(allowedDependencies = {"shared", "store", "crypto", "request", "identity"})
@NullMarked
package io.tenth.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
