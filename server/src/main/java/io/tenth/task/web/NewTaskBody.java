package io.tenth.task.web;

import io.tenth.task.TaskContent;
import io.tenth.task.TaskPriority;
import io.tenth.task.TaskStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task to be added.
 *
 * @param title 1 to 200 characters
 * @param description at most 5,000 characters
 * @param status {@code todo} where it is left out
 * @param priority {@code medium} where it is left out
 * @param tags at most 20 of 1 to 50 characters
 * @param estimatedHours above 0
 */
record NewTaskBody(
        String title,
        @Nullable String description,
        @Nullable TaskStatus status,
        @Nullable TaskPriority priority,
        @Nullable LocalDate dueDate,
        @Nullable List<String> tags,
        @Nullable BigDecimal estimatedHours) {

    TaskContent content() {
        return new TaskContent(
                title,
                Objects.requireNonNullElse(description, ""),
                Objects.requireNonNullElse(status, TaskStatus.TODO),
                Objects.requireNonNullElse(priority, TaskPriority.MEDIUM),
                dueDate,
                Objects.requireNonNullElse(tags, List.of()),
                estimatedHours);
    }
}
