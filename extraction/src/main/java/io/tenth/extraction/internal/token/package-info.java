/** One pass over the characters into words, numbers and marks with their places. Enter at {@link io.tenth.extraction.internal.token.Tokenizer}. */
@NullMarked
package io.tenth.extraction.internal.token;

import org.jspecify.annotations.NullMarked;
