package io.tenth.task.web;

import io.tenth.shared.Page;
import io.tenth.task.TaskFilter;
import io.tenth.task.TaskPriority;
import io.tenth.task.TaskQuery;
import io.tenth.task.TaskSort;
import io.tenth.task.TaskStatus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks the page shows, as its filter says it. A field that the browser did not send is as good as an empty one.
 *
 * @param status {@code open}, {@code all}, or where the tasks stand
 * @param priority empty for all
 * @param tag one tag or several with commas between; empty for all
 * @param sort empty for the usual order
 */
record TaskView(String q, String status, String priority, String tag, String sort) {

    static final TaskView OPEN = new TaskView("", "open", "", "", "");

    TaskView {
        q = Objects.requireNonNullElse(q, "");
        status = Objects.requireNonNullElse(status, "open");
        priority = Objects.requireNonNullElse(priority, "");
        tag = Objects.requireNonNullElse(tag, "");
        sort = Objects.requireNonNullElse(sort, "");
    }

    /** Whether it shows another part than the page begins with. */
    public boolean isNarrowed() {
        return !equals(new TaskView("", OPEN.status, "", "", sort));
    }

    TaskQuery query(@Nullable String after) {
        var filter = new TaskFilter(
                statuses(),
                priority.isEmpty() ? Set.of() : Set.of(TaskPriority.ofKey(priority)),
                tags(tag),
                null,
                null,
                q);
        var order = sort.isEmpty() ? TaskSort.usual(filter) : TaskSort.ofKey(sort);
        return new TaskQuery(filter, order, after, Page.MOST);
    }

    /** Tags as people type them. */
    static List<String> tags(String typed) {
        return Arrays.stream(typed.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    private Set<TaskStatus> statuses() {
        return switch (status) {
            case "all" -> Set.of();
            case "open" -> EnumSet.of(TaskStatus.TODO, TaskStatus.IN_PROGRESS);
            default -> EnumSet.of(TaskStatus.ofKey(status));
        };
    }
}
