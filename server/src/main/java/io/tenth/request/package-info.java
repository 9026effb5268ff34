/**
 * What is remembered between requests: how many came from whom in the last minute, and the answers to those that came with an
 * Idempotency-Key.
 */
@ApplicationModule(allowedDependencies = {"shared", "store", "crypto"})
@NullMarked
package io.tenth.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
