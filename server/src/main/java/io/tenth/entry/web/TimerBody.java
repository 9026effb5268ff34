package io.tenth.entry.web;

import io.tenth.entry.Work;
import io.tenth.shared.TaskId;
import io.tenth.shared.WorkType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a timer is started for; each field is as in {@link NewEntryBody}. */
record TimerBody(
        @Nullable UUID taskId,
        @Nullable WorkType entryType,
        @Nullable Boolean billable,
        @Nullable UUID matterId,
        @Nullable String clientMatter,
        @Nullable String description) {

    /** A body that says nothing, as good as none. */
    static final TimerBody EMPTY = new TimerBody(null, null, null, null, null, null);

    @Nullable
    TaskId task() {
        return entry().task();
    }

    Work work() {
        return entry().work();
    }

    private NewEntryBody entry() {
        return new NewEntryBody(
                taskId, null, null, null, null, entryType, billable, matterId, clientMatter, description, null, null);
    }
}
