/** Tokens to days of the calendar. Enter at {@link io.tenth.extraction.internal.date.Dates}. */
@NullMarked
package io.tenth.extraction.internal.date;

import org.jspecify.annotations.NullMarked;
