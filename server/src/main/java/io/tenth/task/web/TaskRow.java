package io.tenth.task.web;

import io.tenth.identity.Account;
import io.tenth.shared.Hours;
import io.tenth.task.Task;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as the list shows it.
 *
 * @param due the day, as it is read; null where there is none
 * @param isLate whether that day is over and the task is not done
 * @param hours the time spent on it
 */
record TaskRow(
        UUID id,
        String title,
        String description,
        String status,
        String priority,
        @Nullable String due,
        boolean isLate,
        List<String> tags,
        String hours,
        @Nullable String estimate,
        boolean isOpen) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

    static TaskRow of(Task task, Account account, Clock clock) {
        var content = task.content();
        var due = content.due();
        var isOpen = !content.status().isComplete();
        return new TaskRow(
                task.id().value(),
                content.title(),
                content.description(),
                content.status().key(),
                content.priority().key(),
                due == null ? null : DAY.format(due),
                isOpen && due != null && due.isBefore(LocalDate.now(clock.withZone(account.zone()))),
                content.tags(),
                Hours.of(task.spent()).toPlainString(),
                content.estimatedHours() == null
                        ? null
                        : content.estimatedHours().toPlainString(),
                isOpen);
    }
}
