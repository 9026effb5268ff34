package io.tenth.task;

import io.tenth.crypto.Place;
import io.tenth.crypto.Seal;
import io.tenth.shared.Actor;
import io.tenth.shared.TaskId;
import io.tenth.shared.TimeEntryId;
import io.tenth.shared.WorkType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The time that was spent on tasks. It reads time entries and the sums that the database keeps of them, and writes neither. */
@Repository
class TaskTimeRepository {

    private final JdbcClient jdbc;

    TaskTimeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The time spent on each of some tasks, from the kept sums; those on which none was spent are left out. */
    Map<TaskId, Duration> spent(Collection<TaskId> tasks, Actor.Person person) {
        return jdbc
                .sql("""
                        SELECT task_id, seconds FROM task_totals
                         WHERE user_id = :user AND task_id = ANY (:tasks::uuid[]) AND entries > 0
                        """)
                .param("user", person.user().value())
                .param(
                        "tasks",
                        tasks.stream().map(task -> task.value().toString()).toArray(String[]::new))
                .query((row, number) -> Map.entry(
                        new TaskId(row.getObject("task_id", UUID.class)), Duration.ofSeconds(row.getLong("seconds"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The latest entries of a task. */
    List<TimeOnTask> latest(TaskId task, int most, Actor.Person person, Seal seal) {
        return jdbc.sql("""
                        SELECT entry_id, work_date, start_time, end_time, clock_known, duration_seconds, type, billable,
                               description, updated_at
                          FROM time_entries
                         WHERE user_id = :user AND task_id = :task
                         ORDER BY work_date DESC, start_time DESC, entry_id DESC
                         LIMIT :most
                        """)
                .param("user", person.user().value())
                .param("task", task.value())
                .param("most", most)
                .query((row, number) -> read(row, seal))
                .list();
    }

    private static TimeOnTask read(ResultSet row, Seal seal) throws SQLException {
        var id = new TimeEntryId(row.getObject("entry_id", UUID.class));
        var end = row.getObject("end_time", OffsetDateTime.class);
        return new TimeOnTask(
                id,
                row.getObject("work_date", LocalDate.class),
                row.getObject("start_time", OffsetDateTime.class).toInstant(),
                end == null ? null : end.toInstant(),
                row.getBoolean("clock_known"),
                end == null ? null : Duration.ofSeconds(row.getLong("duration_seconds")),
                WorkType.ofKey(row.getString("type")),
                row.getBoolean("billable"),
                seal.open(new Place("time_entries", "description", id.value()), row.getBytes("description")),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
