package io.tenth.task.web;

import io.tenth.task.TaskFilter;
import io.tenth.task.TaskPriority;
import io.tenth.task.TaskQuery;
import io.tenth.task.TaskSort;
import io.tenth.task.TaskStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * What a list of tasks is asked for.
 *
 * @param status any of these, repeated or with commas between; left out, all
 * @param priority any of these, likewise
 * @param tag each of these, likewise
 * @param dueFrom the first day on which they are due
 * @param dueTo the last
 * @param q words of the title or the description
 * @param sort a field, or {@code -} and a field for the other way round; left out, the newest first, or with {@code q} the best
 * @param limit 1 to 100, 50 where it is left out
 * @param cursor as the page before gave it
 */
record TaskListRequest(
        @Nullable List<String> status,
        @Nullable List<String> priority,
        @Nullable List<String> tag,
        @BindParam("due_from") @Nullable LocalDate dueFrom,
        @BindParam("due_to") @Nullable LocalDate dueTo,
        @Nullable String q,
        @Nullable String sort,
        @Nullable Integer limit,
        @Nullable String cursor) {

    private static final int USUAL = 50;

    TaskQuery query() {
        var filter = filter();
        return new TaskQuery(
                filter,
                sort == null ? TaskSort.usual(filter) : TaskSort.ofKey(sort),
                cursor,
                limit == null ? USUAL : limit);
    }

    private TaskFilter filter() {
        return new TaskFilter(
                all(status).stream().map(TaskStatus::ofKey).collect(Collectors.toSet()),
                all(priority).stream().map(TaskPriority::ofKey).collect(Collectors.toSet()),
                all(tag),
                dueFrom,
                dueTo,
                q);
    }

    private static List<String> all(@Nullable List<String> values) {
        return Objects.requireNonNullElse(values, List.of());
    }
}
