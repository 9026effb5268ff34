package io.tenth.task.web;

import io.tenth.shared.Change;
import io.tenth.task.TaskContent;
import io.tenth.task.TaskPriority;
import io.tenth.task.TaskStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is to be changed of a task; each field is as in {@link NewTaskBody}. */
record TaskChangeBody(
        Change<String> title,
        Change<String> description,
        Change<TaskStatus> status,
        Change<TaskPriority> priority,
        Change<@Nullable LocalDate> dueDate,
        Change<@Nullable List<String>> tags,
        Change<@Nullable BigDecimal> estimatedHours) {

    TaskContent over(TaskContent before) {
        return new TaskContent(
                title.over(before.title()),
                description.over(before.description()),
                status.over(before.status()),
                priority.over(before.priority()),
                dueDate.over(before.due()),
                Objects.requireNonNullElse(tags.over(before.tags()), List.of()),
                estimatedHours.over(before.estimatedHours()));
    }
}
