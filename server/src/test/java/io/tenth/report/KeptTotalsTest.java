package io.tenth.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ServerTest;
import io.tenth.identity.Account;
import io.tenth.store.Rows;
import io.tenth.store.TestDatabase;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The sums that the write keeps are those that the entries give, whatever is written in whatever order. */
class KeptTotalsTest extends ServerTest {

    private static final String KEPT = """
            SELECT day || ' ' || entries || ' ' || seconds || ' ' || billable_seconds || ' ' || call_seconds || ' ' || travel_seconds
              FROM daily_totals WHERE user_id = ? AND entries <> 0 ORDER BY day
            """;
    private static final String DERIVED = """
            SELECT work_date || ' ' || count(*) || ' ' || sum(duration_seconds)
                   || ' ' || coalesce(sum(duration_seconds) FILTER (WHERE billable), 0)
                   || ' ' || coalesce(sum(duration_seconds) FILTER (WHERE type = 'call'), 0)
                   || ' ' || coalesce(sum(duration_seconds) FILTER (WHERE type = 'travel'), 0)
              FROM time_entries WHERE user_id = ? AND NOT is_active GROUP BY work_date ORDER BY work_date
            """;
    private static final String KEPT_OF_TASKS =
            "SELECT task_id || ' ' || entries || ' ' || seconds FROM task_totals WHERE user_id = ? AND entries <> 0 ORDER BY task_id";
    private static final String DERIVED_OF_TASKS = """
            SELECT task_id || ' ' || count(*) || ' ' || sum(duration_seconds)
              FROM time_entries WHERE user_id = ? AND NOT is_active AND task_id IS NOT NULL GROUP BY task_id ORDER BY task_id
            """;

    @Autowired
    private KeptTotals totals;

    private Account account;

    @BeforeEach
    void makeAPerson() {
        account = newPerson();
    }

    @RepeatedTest(3)
    void areWhatTheEntriesGive(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var user = account.id().value();
        TestDatabase.asSuperuser(database(), rows -> {
            actAs(rows, user);
            for (int step = 0; step < 200; step++) {
                change(rows, user, random);
            }
            assertThat(texts(rows, KEPT, user))
                    .isEqualTo(texts(rows, DERIVED, user))
                    .isNotEmpty();
            assertThat(texts(rows, KEPT_OF_TASKS, user)).isEqualTo(texts(rows, DERIVED_OF_TASKS, user));
        });
    }

    @Test
    void areFoundWrongAndPutRight() {
        var user = account.id().value();
        TestDatabase.asSuperuser(database(), rows -> {
            actAs(rows, user);
            add(rows, user, new Random(1));
            rows.update("UPDATE daily_totals SET seconds = seconds + 60 WHERE user_id = ?", user);
        });

        assertThat(totals.wrong(account.person())).isPositive();
        totals.repair(account.person());
        assertThat(totals.wrong(account.person())).isZero();
        assertThat(new Rows(database())
                        .texts(
                                "SELECT operation || ' ' || (details->>'sums') FROM audit_events WHERE user_id = ? AND resource_type = 'account'"
                                        + " AND operation LIKE 'totals%'",
                                user))
                .containsExactly("totals.repaired 2");
    }

    /** What a foreign key does is done as the owner of the table, whom the policies bind. */
    private static void actAs(JdbcTemplate rows, UUID user) {
        rows.queryForObject("SELECT set_config('tenth.user_id', ?, FALSE)", String.class, user.toString());
    }

    private static void change(JdbcTemplate rows, UUID user, Random random) {
        switch (random.nextInt(8)) {
            case 0 -> rows.update("""
                    INSERT INTO tasks (user_id, task_id, title, status, priority, created_at, updated_at)
                    VALUES (?, gen_random_uuid(), 'x', 'todo', 'low', now(), now())
                    """, user);
            case 1 ->
                rows.update(
                        "DELETE FROM tasks WHERE task_id = (SELECT task_id FROM tasks WHERE user_id = ?"
                                + " ORDER BY md5(task_id::text || ?) LIMIT 1)",
                        user,
                        random.nextInt());
            case 2 ->
                rows.update(
                        "DELETE FROM time_entries WHERE entry_id = (SELECT entry_id FROM time_entries"
                                + " WHERE user_id = ? ORDER BY md5(entry_id::text || ?) LIMIT 1)",
                        user,
                        random.nextInt());
            case 3 -> rows.update("""
                    UPDATE time_entries SET work_date = work_date + 1, end_time = start_time + INTERVAL '7 minutes', is_active = FALSE,
                           type = 'travel', billable = NOT billable,
                           task_id = (SELECT task_id FROM tasks WHERE user_id = time_entries.user_id LIMIT 1)
                     WHERE entry_id = (SELECT entry_id FROM time_entries WHERE user_id = ? ORDER BY md5(entry_id::text || ?) LIMIT 1)
                    """, user, random.nextInt());
            default -> add(rows, user, random);
        }
    }

    private static void add(JdbcTemplate rows, UUID user, Random random) {
        rows.update("""
                INSERT INTO time_entries (user_id, entry_id, task_id, work_date, start_time, end_time, clock_known, type, billable,
                                          description, is_active, created_at, updated_at)
                VALUES (?, gen_random_uuid(), (SELECT task_id FROM tasks WHERE user_id = ? ORDER BY random() LIMIT 1),
                        DATE '2026-03-01' + ?, now(), now() + ? * INTERVAL '1 second', TRUE, 'call', ?, '', FALSE, now(), now())
                """, user, user, random.nextInt(5), 1 + random.nextInt(9000), random.nextBoolean());
    }

    private static List<@Nullable String> texts(JdbcTemplate rows, String sql, UUID user) {
        return rows.queryForList(sql, String.class, user);
    }
}
