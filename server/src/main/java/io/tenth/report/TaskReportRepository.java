package io.tenth.report;

import io.tenth.shared.Actor;
import io.tenth.shared.DayRange;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts a person's tasks. One is on time when the day of its completion, in the person's zone, is not after its due date. */
@Repository
class TaskReportRepository {

    private final JdbcClient jdbc;

    TaskReportRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Completions completions(DayRange days, ZoneId zone, Actor.Person person) {
        return new Completions(jdbc.sql("""
                        SELECT day, count(*) AS completed,
                               count(*) FILTER (WHERE day <= due_date) AS on_time,
                               count(*) FILTER (WHERE day > due_date) AS late,
                               sum(hours) AS hours
                          FROM (SELECT (completed_at AT TIME ZONE :zone)::date AS day, due_date,
                                       greatest(extract(epoch FROM completed_at - created_at), 0) / 3600.0 AS hours
                                  FROM tasks
                                 WHERE user_id = :user AND completed_at >= :from AND completed_at < :to) AS completed
                         GROUP BY day
                        """)
                .param("zone", zone.getId())
                .param("user", person.user().value())
                .param("from", startOf(days.from(), zone))
                .param("to", startOf(days.to(), zone))
                .query((row, number) -> new Completions.Day(
                        row.getObject("day", LocalDate.class),
                        row.getInt("completed"),
                        row.getInt("on_time"),
                        row.getInt("late"),
                        row.getDouble("hours")))
                .list());
    }

    TaskCounts counts(@Nullable DayRange made, ZoneId zone, Actor.Person person) {
        return new TaskCounts(jdbc.sql("""
                        SELECT status, priority, count(*) AS tasks, count(completed_at) AS completed,
                               count(*) FILTER (WHERE (completed_at AT TIME ZONE :zone)::date <= due_date) AS on_time,
                               count(*) FILTER (WHERE completed_at IS NOT NULL AND due_date IS NOT NULL) AS due
                          FROM tasks
                         WHERE user_id = :user
                           AND (:from::timestamptz IS NULL OR (created_at >= :from AND created_at < :to))
                         GROUP BY status, priority
                        """)
                .param("zone", zone.getId())
                .param("user", person.user().value())
                .param("from", made == null ? null : startOf(made.from(), zone), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", made == null ? null : startOf(made.to(), zone), Types.TIMESTAMP_WITH_TIMEZONE)
                .query((row, number) -> new TaskCounts.Group(
                        row.getString("status"),
                        row.getString("priority"),
                        row.getInt("tasks"),
                        row.getInt("completed"),
                        row.getInt("on_time"),
                        row.getInt("due")))
                .list());
    }

    private static OffsetDateTime startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toOffsetDateTime();
    }
}
