/**
 * A language model that gives a second opinion on single sentences, where the operator has set one up: what it is asked, what of
 * its answers is believed, and how long it is waited for. Knows nothing of people, mail or proposals.
 */
@ApplicationModule(allowedDependencies = {"shared", "store"})
@NullMarked
package io.tenth.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
