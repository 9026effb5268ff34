/** What an amount is of: who, whether it happened, what it governs, where it stands. Enter at {@link io.tenth.extraction.internal.clause.Reader}. */
@NullMarked
package io.tenth.extraction.internal.clause;

import org.jspecify.annotations.NullMarked;
