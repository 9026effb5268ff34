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
        @Nullable ProposalId proposal) {

    /** Time that a person types, with no proposal behind it. */
    public static NewTimeEntry typed(@Nullable TaskId task, WorkTime time, Work work) {
        return new NewTimeEntry(task, time, work, null);
    }
}
