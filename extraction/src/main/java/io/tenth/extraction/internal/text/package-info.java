/** The author's own words of a message, each with the way back to its place in the body. Enter at {@link io.tenth.extraction.internal.text.OwnWords}. */
@NullMarked
package io.tenth.extraction.internal.text;

import org.jspecify.annotations.NullMarked;
