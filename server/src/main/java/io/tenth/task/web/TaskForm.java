package io.tenth.task.web;

import io.tenth.shared.Demand;
import io.tenth.shared.DomainException;
import io.tenth.task.Task;
import io.tenth.task.TaskContent;
import io.tenth.task.TaskPriority;
import io.tenth.task.TaskStatus;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a form of a task holds, as it was typed. A field that the browser did not send is as good as an empty one.
 *
 * @param due a day, or empty
 * @param tags with commas between
 * @param estimate hours with a point or a comma, or empty
 * @param version the entity tag of the task that the form was made of; empty for a new one
 */
record TaskForm(
        String title, String description, String priority, String due, String tags, String estimate, String version) {

    TaskForm {
        title = Objects.requireNonNullElse(title, "");
        description = Objects.requireNonNullElse(description, "");
        priority = Objects.requireNonNullElse(priority, TaskPriority.MEDIUM.key());
        due = Objects.requireNonNullElse(due, "");
        tags = Objects.requireNonNullElse(tags, "");
        estimate = Objects.requireNonNullElse(estimate, "");
        version = Objects.requireNonNullElse(version, "");
    }

    static TaskForm of(Task task) {
        var content = task.content();
        return new TaskForm(
                content.title(),
                content.description(),
                content.priority().key(),
                content.due() == null ? "" : content.due().toString(),
                String.join(", ", content.tags()),
                content.estimatedHours() == null ? "" : content.estimatedHours().toPlainString(),
                task.version().etag());
    }

    /** A new task. */
    TaskContent content() {
        return content(TaskStatus.TODO);
    }

    /** A task that stands where it stood. */
    TaskContent content(TaskStatus status) {
        return new TaskContent(
                title, description, status, TaskPriority.ofKey(priority), date(), TaskView.tags(tags), hours());
    }

    Demand demanded() {
        return version.isEmpty() ? Demand.ANY : Demand.of(version);
    }

    private @Nullable LocalDate date() {
        try {
            return due.isBlank() ? null : LocalDate.parse(due.strip());
        } catch (DateTimeException e) {
            throw DomainException.invalid("The day on which it is due has the form 2026-03-10.");
        }
    }

    private @Nullable BigDecimal hours() {
        try {
            return estimate.isBlank() ? null : new BigDecimal(estimate.strip().replace(',', '.'));
        } catch (NumberFormatException e) {
            throw DomainException.invalid("The estimate is a number of hours, such as 2.5.");
        }
    }
}
