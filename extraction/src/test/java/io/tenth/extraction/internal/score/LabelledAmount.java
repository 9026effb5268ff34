package io.tenth.extraction.internal.score;

import io.tenth.extraction.ActivityType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An amount of labelled mail as the model sees it.
 *
 * @param source the file it stands in, and the line
 * @param text the amount with some words around it
 * @param features the names of its features
 * @param entry whether it is a time entry
 * @param kind the kind of work; null where it is none
 */
record LabelledAmount(
        String source,
        String text,
        Set<String> features,
        boolean entry,
        @Nullable ActivityType kind) {}
