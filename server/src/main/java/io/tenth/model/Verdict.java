package io.tenth.model;

import io.tenth.shared.WorkType;
import org.jspecify.annotations.Nullable;

/**
 * What the model says of a sentence: a choice among what it was given, and no words of its own.
 *
 * @param worked whether its author says that this time was worked
 * @param kind of the work
 * @param matter one of the question's; null where none of them
 */
public record Verdict(
        boolean worked, WorkType kind, @Nullable String matter) {}
