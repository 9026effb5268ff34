/** What was learnt from labelled mail: features of an amount and their weights. Enter at {@link io.tenth.extraction.internal.model.LinearModel}. */
@NullMarked
package io.tenth.extraction.internal.model;

import org.jspecify.annotations.NullMarked;
