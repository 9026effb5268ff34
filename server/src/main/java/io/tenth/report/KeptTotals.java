package io.tenth.report;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.audit.AuditLog;
import io.tenth.shared.Actor;
import io.tenth.store.TimeTurn;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares the sums that the write keeps with those that the entries give, and puts them right. */
@Service
public class KeptTotals {

    private static final String DERIVED_DAYS = """
            SELECT user_id, work_date AS day, count(*)::integer AS entries, sum(duration_seconds) AS seconds,
                   coalesce(sum(duration_seconds) FILTER (WHERE billable), 0) AS billable_seconds,
                   coalesce(sum(duration_seconds) FILTER (WHERE type = 'call'), 0) AS call_seconds,
                   coalesce(sum(duration_seconds) FILTER (WHERE type = 'meeting'), 0) AS meeting_seconds,
                   coalesce(sum(duration_seconds) FILTER (WHERE type = 'research'), 0) AS research_seconds,
                   coalesce(sum(duration_seconds) FILTER (WHERE type = 'drafting'), 0) AS drafting_seconds,
                   coalesce(sum(duration_seconds) FILTER (WHERE type = 'review'), 0) AS review_seconds,
                   coalesce(sum(duration_seconds) FILTER (WHERE type = 'travel'), 0) AS travel_seconds,
                   coalesce(sum(duration_seconds) FILTER (WHERE type = 'other'), 0) AS other_seconds
              FROM time_entries
             WHERE user_id = :user AND NOT is_active
             GROUP BY user_id, work_date
            """;
    private static final String DERIVED_TASKS = """
            SELECT user_id, task_id, count(*)::integer AS entries, sum(duration_seconds) AS seconds
              FROM time_entries
             WHERE user_id = :user AND NOT is_active AND task_id IS NOT NULL
             GROUP BY user_id, task_id
            """;

    private final JdbcClient jdbc;
    private final TimeTurn turn;
    private final AuditLog audit;

    KeptTotals(JdbcClient jdbc, TimeTurn turn, AuditLog audit) {
        this.jdbc = jdbc;
        this.turn = turn;
        this.audit = audit;
    }

    /** How many sums of a person are not what the entries give: days and tasks. A sum of no entries is as good as none. */
    @Transactional(readOnly = true)
    public int wrong(Actor.Person person) {
        return different("daily_totals", DERIVED_DAYS, person) + different("task_totals", DERIVED_TASKS, person);
    }

    /** Derives a person's sums anew. Writes of that person wait until it is done. */
    @Transactional
    public void repair(Actor.Person person) {
        turn.take(person);
        var wrong = wrong(person);
        replace("daily_totals", DERIVED_DAYS, person);
        replace("task_totals", DERIVED_TASKS, person);
        audit.append(AuditEvent.of(
                        person, "totals.repaired", "account", person.user().value())
                .with(ComplianceFlag.TIME_TRACKING)
                .with(Map.of("sums", wrong)));
    }

    private int different(String table, String derived, Actor.Person person) {
        return jdbc.sql("""
                        WITH derived AS (%1$s), kept AS (SELECT * FROM %2$s WHERE user_id = :user AND entries <> 0)
                        SELECT count(*) FROM ((TABLE derived EXCEPT TABLE kept) UNION ALL (TABLE kept EXCEPT TABLE derived)) AS wrong
                        """.formatted(derived, table))
                .param("user", person.user().value())
                .query(Integer.class)
                .single();
    }

    private void replace(String table, String derived, Actor.Person person) {
        jdbc.sql("DELETE FROM " + table + " WHERE user_id = :user")
                .param("user", person.user().value())
                .update();
        jdbc.sql("INSERT INTO " + table + " " + derived)
                .param("user", person.user().value())
                .update();
    }
}
