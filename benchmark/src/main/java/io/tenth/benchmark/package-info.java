/** Benchmarks of the engine. They print figures; no test asserts one. */
@NullMarked
package io.tenth.benchmark;

import org.jspecify.annotations.NullMarked;
