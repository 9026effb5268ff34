/** Kind, day, matter and charge of work that was found. Enter at {@link io.tenth.extraction.internal.attribution.Attribution}. */
@NullMarked
package io.tenth.extraction.internal.attribution;

import org.jspecify.annotations.NullMarked;
