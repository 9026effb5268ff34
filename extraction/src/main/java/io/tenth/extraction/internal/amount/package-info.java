/** Tokens to amounts of time, before any judgement of what they are of. Enter at {@link io.tenth.extraction.internal.amount.Amounts}. */
@NullMarked
package io.tenth.extraction.internal.amount;

import org.jspecify.annotations.NullMarked;
