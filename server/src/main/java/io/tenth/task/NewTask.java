package io.tenth.task;

import io.tenth.shared.DomainException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person says to add a task.
 *
 * @param title 1 to 200 characters
 * @param description at most 5,000 characters
 * @param estimatedHours above 0, where given
 * @param completedAt when it was done; only for a task that is done or archived
 */
public record NewTask(
        String title,
        String description,
        TaskStatus status,
        TaskPriority priority,
        @Nullable LocalDate due,
        List<String> tags,
        @Nullable BigDecimal estimatedHours,
        @Nullable Instant completedAt) {

    public NewTask {
        title = title.strip();
        if (title.isEmpty() || title.length() > 200) {
            throw DomainException.invalid("The title has 1 to 200 characters.");
        }
        if (description.length() > 5000) {
            throw DomainException.invalid("The description has at most 5000 characters.");
        }
        if (estimatedHours != null && estimatedHours.signum() <= 0) {
            throw DomainException.invalid("The estimate is above 0 hours.");
        }
        if (completedAt != null && !status.isComplete()) {
            throw DomainException.invalid("Only a task that is done has a time of completion.");
        }
        tags = List.copyOf(tags);
    }
}
