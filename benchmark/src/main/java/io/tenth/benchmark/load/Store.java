package io.tenth.benchmark.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * The product's database as its superuser sees it: to fill it past triggers and policies with what belongs to others, and to put it in
 * order between two measurements.
 */
record Store(String url, String password) {

    /** What everybody has, which makes ten thousand people of ten million entries. */
    static final int ENTRIES_OF_A_PERSON = 1_000;

    static final int TASKS_OF_A_PERSON = 10;
    private static final int PEOPLE_AT_ONCE = 100;
    private static final int THREADS = 2;

    private static final String PEOPLE = """
            CREATE TEMP TABLE filled ON COMMIT DROP AS
            SELECT uuidv7() AS user_id, number FROM generate_series(?::integer, ?::integer) AS number;
            INSERT INTO users (user_id, email, full_name, password_hash, role, created_at, updated_at)
            SELECT user_id, 'other-' || number || '@load.example', 'Other Person', 'none', 'user', now(), now() FROM filled
            """;

    /** A third of the tasks is done. */
    static final String TASKS = """
            INSERT INTO tasks (user_id, task_id, title, status, priority, due_date, completed_at, created_at, updated_at)
            SELECT user_id, uuidv7(), 'Lease of block ' || n, CASE n %% 3 WHEN 0 THEN 'done' ELSE 'in_progress' END, 'medium',
                   current_date - n * 30, CASE n %% 3 WHEN 0 THEN now() - n * INTERVAL '31 days' END,
                   now() - n * INTERVAL '35 days', now()
              FROM filled CROSS JOIN generate_series(1, %d) AS n
             ORDER BY user_id
            """.formatted(TASKS_OF_A_PERSON);

    /** Four entries on a day of work, over a year. The texts are no sealed ones: nobody reads them. */
    private static final String ENTRIES = """
            INSERT INTO time_entries (user_id, entry_id, task_id, work_date, start_time, end_time, clock_known, type, billable,
                                      description, created_at, updated_at)
            SELECT user_id, uuidv7(), own[1 + n %% cardinality(own)], day, day + clock, day + clock + INTERVAL '90 minutes', TRUE,
                   (ARRAY['call', 'meeting', 'research', 'drafting', 'review', 'travel', 'other'])[1 + n %% 7], n %% 5 <> 0,
                   decode(repeat(md5(n::text || user_id), 6), 'hex'), now(), now()
              FROM (SELECT user_id, array_agg(task_id) AS own FROM tasks JOIN filled USING (user_id) GROUP BY user_id) AS person
             CROSS JOIN generate_series(0, %1$d - 1) AS n
             CROSS JOIN LATERAL (SELECT current_date - 1 - n / 4 * 364 / (%1$d / 4) AS day,
                                        make_interval(mins => 540 + n %% 4 * 135) AS clock) AS at
             ORDER BY user_id, n
            """.formatted(ENTRIES_OF_A_PERSON);

    /** As V005__expand_report.sql derives them. */
    private static final String TOTALS = """
            INSERT INTO daily_totals
            SELECT user_id, work_date, count(*), sum(duration_seconds),
                   coalesce(sum(duration_seconds) FILTER (WHERE billable), 0),
                   coalesce(sum(duration_seconds) FILTER (WHERE type = 'call'), 0),
                   coalesce(sum(duration_seconds) FILTER (WHERE type = 'meeting'), 0),
                   coalesce(sum(duration_seconds) FILTER (WHERE type = 'research'), 0),
                   coalesce(sum(duration_seconds) FILTER (WHERE type = 'drafting'), 0),
                   coalesce(sum(duration_seconds) FILTER (WHERE type = 'review'), 0),
                   coalesce(sum(duration_seconds) FILTER (WHERE type = 'travel'), 0),
                   coalesce(sum(duration_seconds) FILTER (WHERE type = 'other'), 0)
              FROM time_entries JOIN filled USING (user_id) GROUP BY user_id, work_date;
            INSERT INTO task_totals
            SELECT user_id, task_id, count(*), sum(duration_seconds)
              FROM time_entries JOIN filled USING (user_id) GROUP BY user_id, task_id
            """;

    static Store of(Product product) throws IOException {
        return new Store(
                "jdbc:postgresql://127.0.0.1:" + product.databasePort() + "/tenth?sslmode=disable",
                product.password("postgres"));
    }

    /** How many people have so many entries. */
    static int peopleOf(int entries) {
        return Math.max(1, entries / ENTRIES_OF_A_PERSON);
    }

    /** Adds others until there are so many, each with their tasks, their entries and the sums of these. */
    void fill(int others, IntConsumer progress) throws SQLException, InterruptedException {
        var next = new AtomicInteger(number("SELECT count(*) FROM users WHERE email LIKE 'other-%'"));
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var running = new ArrayList<Future<?>>();
            for (var thread = 0; thread < THREADS; thread++) {
                running.add(threads.submit(() -> {
                    for (var from = next.getAndAdd(PEOPLE_AT_ONCE); from < others; ) {
                        var to = Math.min(from + PEOPLE_AT_ONCE, others);
                        fill(from, to);
                        progress.accept(to);
                        from = next.getAndAdd(PEOPLE_AT_ONCE);
                    }
                    return true;
                }));
            }
            for (var each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new SQLException("the store could not be filled", e);
        }
        settle();
    }

    /** Adds some of the others, in a transaction. Triggers and foreign keys rest in it: what is added is right by itself. */
    private void fill(int from, int to) throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement();
                var people = connection.prepareStatement(PEOPLE)) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL session_replication_role = replica");
            people.setInt(1, from);
            people.setInt(2, to - 1);
            people.execute();
            statement.execute("ANALYZE filled");
            for (var insert : List.of(TASKS, ENTRIES, TOTALS)) {
                statement.execute(insert);
            }
            connection.commit();
        }
    }

    /** Gives the people who take part their tasks. */
    void addTasks(String likeEmail) throws SQLException {
        run(
                "CREATE TEMP TABLE filled AS SELECT user_id FROM users WHERE email LIKE '" + likeEmail + "'",
                "DELETE FROM filled WHERE user_id IN (SELECT user_id FROM tasks)",
                TASKS);
    }

    /** Takes out what a measurement has added, so that the next one finds what this one found. The vacuum comes when it comes. */
    void takeBackEntries(String likeEmail) throws SQLException {
        run("""
                DELETE FROM time_entries
                 WHERE user_id IN (SELECT user_id FROM users WHERE email LIKE '%s')
                   AND created_at > (SELECT max(at) FROM load.mark)
                """.formatted(likeEmail));
    }

    /** From here on, what is added is taken back. */
    void mark() throws SQLException {
        run("CREATE SCHEMA IF NOT EXISTS load", "CREATE TABLE IF NOT EXISTS load.mark AS SELECT now() AS at");
    }

    /** Brings statistics and visibility up to date and writes everything out, as a store has done that was not just filled. */
    private void settle() throws SQLException {
        run("VACUUM ANALYZE", "CHECKPOINT");
    }

    int number(String query) throws SQLException {
        return Integer.parseInt(texts(query).getFirst());
    }

    /** The first column of what a query finds. */
    List<String> texts(String query) throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    LocalDate today() throws SQLException {
        return LocalDate.parse(texts("SELECT current_date").getFirst());
    }

    private void run(String... statements) throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(url, "postgres", password);
    }
}
