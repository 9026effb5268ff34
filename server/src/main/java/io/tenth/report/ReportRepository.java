package io.tenth.report;

import io.tenth.report.Distribution.Part;
import io.tenth.shared.Actor;
import io.tenth.shared.DayRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReportRepository {

    private static final double SECONDS_OF_AN_HOUR = 3600;

    private final JdbcClient jdbc;

    ReportRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every day of the range, from the kept sums. */
    List<DashboardFigures.Day> byDay(DayRange days, Actor.Person person) {
        var kept = jdbc
                .sql("""
                        SELECT day, seconds, billable_seconds FROM daily_totals
                         WHERE user_id = :user AND day >= :from AND day < :to
                        """)
                .param("user", person.user().value())
                .param("from", days.from())
                .param("to", days.to())
                .query((row, number) -> new DashboardFigures.Day(
                        row.getObject("day", LocalDate.class),
                        row.getLong("seconds") / SECONDS_OF_AN_HOUR,
                        row.getLong("billable_seconds") / SECONDS_OF_AN_HOUR))
                .stream()
                .collect(Collectors.toMap(DashboardFigures.Day::day, Function.identity()));
        return days.from()
                .datesUntil(days.to())
                .map(day -> kept.getOrDefault(day, new DashboardFigures.Day(day, 0, 0)))
                .toList();
    }

    int entries(DayRange days, Actor.Person person) {
        return jdbc.sql("""
                        SELECT coalesce(sum(entries), 0) FROM daily_totals
                         WHERE user_id = :user AND day >= :from AND day < :to
                        """)
                .param("user", person.user().value())
                .param("from", days.from())
                .param("to", days.to())
                .query(Integer.class)
                .single();
    }

    List<Part> byType(DayRange days, Actor.Person person) {
        return jdbc.sql("""
                        SELECT NULL::uuid AS id, part.type AS name, sum(part.seconds) / 3600.0 AS hours
                          FROM daily_totals
                         CROSS JOIN LATERAL (VALUES ('call', call_seconds), ('meeting', meeting_seconds),
                                                    ('research', research_seconds), ('drafting', drafting_seconds),
                                                    ('review', review_seconds), ('travel', travel_seconds),
                                                    ('other', other_seconds)) AS part(type, seconds)
                         WHERE user_id = :user AND day >= :from AND day < :to
                         GROUP BY part.type
                        HAVING sum(part.seconds) > 0
                         ORDER BY hours DESC, name
                        """)
                .param("user", person.user().value())
                .param("from", days.from())
                .param("to", days.to())
                .query(ReportRepository::part)
                .list();
    }

    List<Part> byMatter(DayRange days, Actor.Person person) {
        return jdbc.sql("""
                        SELECT matter_id AS id,
                               CASE WHEN c.name = m.name THEN m.name ELSE c.name || ' / ' || m.name END AS name,
                               sum(e.duration_seconds) / 3600.0 AS hours
                          FROM time_entries e
                          LEFT JOIN matters m USING (matter_id)
                          LEFT JOIN clients c USING (client_id)
                         WHERE e.user_id = :user AND e.work_date >= :from AND e.work_date < :to AND NOT e.is_active
                         GROUP BY matter_id, c.name, m.name
                         ORDER BY hours DESC, name
                        """)
                .param("user", person.user().value())
                .param("from", days.from())
                .param("to", days.to())
                .query(ReportRepository::part)
                .list();
    }

    List<Part> byTask(DayRange days, Actor.Person person) {
        return jdbc.sql("""
                        SELECT task_id AS id, t.title AS name, sum(e.duration_seconds) / 3600.0 AS hours
                          FROM time_entries e
                          LEFT JOIN tasks t USING (user_id, task_id)
                         WHERE e.user_id = :user AND e.work_date >= :from AND e.work_date < :to AND NOT e.is_active
                         GROUP BY task_id, t.title
                         ORDER BY hours DESC, name
                        """)
                .param("user", person.user().value())
                .param("from", days.from())
                .param("to", days.to())
                .query(ReportRepository::part)
                .list();
    }

    /**
     * The hours of the day with the most time. Only entries whose clock times are known count, each for the hours that it covers:
     * hours that pass, each named by the clock at its begin, so that one that comes twice in a night counts twice.
     */
    List<Distribution.HourOfDay> hoursOfDay(DayRange days, ZoneId zone, int most, Actor.Person person) {
        return jdbc.sql("""
                        SELECT extract(hour FROM slot AT TIME ZONE :zone)::integer AS hour,
                               sum(extract(epoch FROM least(end_time, slot + INTERVAL '1 hour') - greatest(start_time, slot)))
                                   / 3600.0 AS hours
                          FROM time_entries
                         CROSS JOIN LATERAL generate_series(date_trunc('hour', start_time, :zone), end_time, INTERVAL '1 hour') AS slot
                         WHERE user_id = :user AND work_date >= :from AND work_date < :to
                           AND NOT is_active AND clock_known AND slot < end_time
                         GROUP BY hour
                         ORDER BY hours DESC, hour
                         LIMIT :most
                        """)
                .param("zone", zone.getId())
                .param("user", person.user().value())
                .param("from", days.from())
                .param("to", days.to())
                .param("most", most)
                .query((row, number) -> new Distribution.HourOfDay(row.getInt("hour"), row.getDouble("hours")))
                .list();
    }

    /** Sums over everybody, of the days on which enough others than the asking person worked. */
    FirmFigures firm(DayRange days, Actor.Person asking) {
        return jdbc.sql("""
                        SELECT count(DISTINCT user_id) FILTER (WHERE told) AS people,
                               count(DISTINCT day) FILTER (WHERE NOT told) AS days_withheld,
                               coalesce(sum(seconds) FILTER (WHERE told), 0) / 3600.0 AS hours,
                               coalesce(sum(billable_seconds) FILTER (WHERE told), 0) / 3600.0 AS billable_hours,
                               coalesce(sum(entries) FILTER (WHERE told), 0) AS entries
                          FROM (SELECT user_id, day, seconds, billable_seconds, entries,
                                       count(*) FILTER (WHERE user_id <> :asking) OVER (PARTITION BY day) >= :least AS told
                                  FROM daily_totals
                                 WHERE day >= :from AND day < :to AND entries > 0) AS worked
                        """)
                .param("asking", asking.user().value())
                .param("least", FirmFigures.LEAST_PEOPLE)
                .param("from", days.from())
                .param("to", days.to())
                .query((row, number) -> new FirmFigures(
                        days,
                        row.getInt("people"),
                        row.getInt("days_withheld"),
                        row.getDouble("hours"),
                        row.getDouble("billable_hours"),
                        row.getLong("entries")))
                .single();
    }

    private static Part part(ResultSet row, int number) throws SQLException {
        return new Part(row.getObject("id", UUID.class), row.getString("name"), row.getDouble("hours"));
    }
}
