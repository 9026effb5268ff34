/**
 * How right the engine is: counts what it finds in labelled mail, by the rules of the definition of billable time. The tests
 * hold floors with it, and the report prints it; start at {@link io.tenth.extraction.accuracy.AccuracyReport}.
 */
@NullMarked
package io.tenth.extraction.accuracy;

import org.jspecify.annotations.NullMarked;
