package io.tenth.entry;

import io.tenth.shared.ProposalId;
import io.tenth.shared.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * Time to be recorded.
 *
 * @param proposal the proposal that it is approved from, where there is one
 */
public record NewTimeEntry(
        @Nullable TaskId task,
        WorkTime time,
        Work work,
        Charging charging,
        @Nullable ProposalId proposal) {

    /** Time that a person types, with no proposal behind it. */
    public static NewTimeEntry typed(@Nullable TaskId task, WorkTime time, Work work) {
        return new NewTimeEntry(task, time, work, Charging.BY_RULE, null);
    }

    /** The same time, billed otherwise. */
    public NewTimeEntry charged(Charging other) {
        return new NewTimeEntry(task, time, work, other, proposal);
    }
}
