/** Evidence to one confidence and a verdict with named reasons. Enter at {@link io.tenth.extraction.internal.score.Judge}. */
@NullMarked
package io.tenth.extraction.internal.score;

import org.jspecify.annotations.NullMarked;
