/**
 * The way to a language model, where the operator has set one up. It gives second opinions on single sentences: what it is asked,
 * what of its answers is believed, and how long it is waited for. And it answers in conversations, piece by piece. Knows nothing of
 * people, mail or proposals.
 */
@ApplicationModule(allowedDependencies = {"shared", "store"})
@NullMarked
package io.tenth.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
