package io.tenth.capture;

import io.tenth.shared.MatterId;
import io.tenth.shared.WorkType;
import org.jspecify.annotations.Nullable;

/**
 * What a language model has said of a proposal, beside the engine.
 *
 * @param model its name
 * @param worked whether it takes it for time that was worked
 * @param kind of the work, as it has it
 * @param matter that it has chosen among those of which words stand in the sentence; null for none
 */
public record Opinion(
        String model,
        boolean worked,
        WorkType kind,
        @Nullable MatterId matter) {}
