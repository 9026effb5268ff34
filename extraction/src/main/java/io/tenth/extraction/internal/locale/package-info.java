/** The words of a language, as data. Enter at {@link io.tenth.extraction.internal.locale.Language}. */
@NullMarked
package io.tenth.extraction.internal.locale;

import org.jspecify.annotations.NullMarked;
