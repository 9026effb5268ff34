package io.tenth.report.web;

import io.tenth.identity.Account;
import io.tenth.report.Analytics;
import io.tenth.report.TaskCounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tasks of a person, counted. */
@RestController
@RequestMapping("/api/analytics/tasks")
class TaskFiguresApi {

    private final Analytics analytics;
    private final AskedDays days;

    TaskFiguresApi(Analytics analytics, AskedDays days) {
        this.analytics = analytics;
        this.days = days;
    }

    /** The tasks that were made on some days, both included; all tasks where none is named. */
    @GetMapping
    Answer of(
            @RequestParam(required = false) @Nullable LocalDate start,
            @RequestParam(required = false) @Nullable LocalDate end,
            Account account) {
        var asked = days.of(start, end, account);
        var made = start == null && end == null ? null : asked.days();
        return Answer.of(analytics.tasks(made, asked.zone(), account.person()));
    }

    /**
     * Tasks as they stand.
     *
     * @param byStatus every status, also those that no task has; {@code byPriority} likewise
     * @param completionRate the share that was completed, 0 to 1
     * @param onTimeCompletionRate of the completed ones with a due date, the share that was completed by it, 0 to 1
     */
    record Answer(
            int totalTasks,
            Map<String, Integer> byStatus,
            Map<String, Integer> byPriority,
            BigDecimal completionRate,
            BigDecimal onTimeCompletionRate) {

        private static final List<String> STATUSES = List.of("todo", "in_progress", "done", "archived");
        private static final List<String> PRIORITIES = List.of("low", "medium", "high", "urgent");

        static Answer of(TaskCounts counts) {
            return new Answer(
                    counts.total(),
                    all(STATUSES, counts.byStatus()),
                    all(PRIORITIES, counts.byPriority()),
                    Rounded.rate(counts.completionRate()),
                    Rounded.rate(counts.onTimeRate()));
        }

        private static Map<String, Integer> all(List<String> keys, Map<String, Integer> found) {
            Map<String, Integer> all = new LinkedHashMap<>();
            keys.forEach(key -> all.put(key, found.getOrDefault(key, 0)));
            return all;
        }
    }
}
