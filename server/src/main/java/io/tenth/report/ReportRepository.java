package io.tenth.report;

import io.tenth.shared.Actor;
import io.tenth.shared.DayRange;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReportRepository {

    private final JdbcClient jdbc;

    ReportRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<DashboardFigures.Day> byDay(DayRange days, Actor.Person person) {
        return jdbc.sql("""
                        SELECT d.day::date AS day,
                               coalesce(sum(e.duration_seconds), 0) / 3600.0 AS hours,
                               coalesce(sum(e.duration_seconds) FILTER (WHERE e.billable), 0) / 3600.0 AS billable_hours
                          FROM generate_series(:from::date, :to::date - 1, INTERVAL '1 day') AS d(day)
                          LEFT JOIN time_entries e ON e.user_id = :user AND e.work_date = d.day::date
                         GROUP BY d.day
                         ORDER BY d.day
                        """)
                .param("from", days.from())
                .param("to", days.to())
                .param("user", person.user().value())
                .query((row, number) -> new DashboardFigures.Day(
                        row.getObject("day", LocalDate.class), row.getDouble("hours"), row.getDouble("billable_hours")))
                .list();
    }

    int entries(DayRange days, Actor.Person person) {
        return jdbc.sql("""
                        SELECT count(*) FROM time_entries
                         WHERE user_id = :user AND work_date >= :from AND work_date < :to AND NOT is_active
                        """)
                .param("user", person.user().value())
                .param("from", days.from())
                .param("to", days.to())
                .query(Integer.class)
                .single();
    }

    List<DashboardFigures.Share> byMatter(DayRange days, Actor.Person person) {
        return jdbc.sql("""
                        SELECT CASE WHEN c.name = m.name THEN m.name ELSE c.name || ' / ' || m.name END AS name,
                               sum(e.duration_seconds) / 3600.0 AS hours
                          FROM time_entries e
                          LEFT JOIN matters m USING (matter_id)
                          LEFT JOIN clients c USING (client_id)
                         WHERE e.user_id = :user AND e.work_date >= :from AND e.work_date < :to AND NOT e.is_active
                         GROUP BY c.name, m.name
                         ORDER BY hours DESC, name
                        """)
                .param("user", person.user().value())
                .param("from", days.from())
                .param("to", days.to())
                .query((row, number) -> new DashboardFigures.Share(row.getString("name"), row.getDouble("hours")))
                .list();
    }

    List<DashboardFigures.Share> byType(DayRange days, Actor.Person person) {
        return jdbc.sql("""
                        SELECT type AS name, sum(duration_seconds) / 3600.0 AS hours
                          FROM time_entries
                         WHERE user_id = :user AND work_date >= :from AND work_date < :to AND NOT is_active
                         GROUP BY type
                         ORDER BY hours DESC, name
                        """)
                .param("user", person.user().value())
                .param("from", days.from())
                .param("to", days.to())
                .query((row, number) -> new DashboardFigures.Share(row.getString("name"), row.getDouble("hours")))
                .list();
    }
}
