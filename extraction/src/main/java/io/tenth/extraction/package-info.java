/**
 * Finds the time that the author of a sent message says was worked: a message goes in, entries with their evidence come out.
 *
 * {@snippet class="io.tenth.extraction.ReadmeTest" region="first"}
 *
 * <p>Start at {@link io.tenth.extraction.TimeExtractor}. {@link io.tenth.extraction.Passage} shows a person the evidence, and
 * {@link io.tenth.extraction.Inspection} what single stages see.
 */
@NullMarked
package io.tenth.extraction;

import org.jspecify.annotations.NullMarked;
