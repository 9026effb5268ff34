/**
 * The platform under load: {@code Load} fills a store, drives requests over HTTP at a product of its own and lets pgbench run the same
 * statements. {@code Operation} says what is asked, {@code Drive} how often, {@code PgBench} what stands beside it.
 */
@NullMarked
package io.tenth.benchmark.load;

import org.jspecify.annotations.NullMarked;
