/** What tells a message without any amount of time in one pass. Enter at {@link io.tenth.extraction.internal.scout.Scout}. */
@NullMarked
package io.tenth.extraction.internal.scout;

import org.jspecify.annotations.NullMarked;
