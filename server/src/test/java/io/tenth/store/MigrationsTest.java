package io.tenth.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a new version does to the rows of an older one, and to those who work meanwhile. */
class MigrationsTest {

    private final UUID user = UUID.randomUUID();
    private final Database database = TestDatabase.copyOf("version_17", of -> migrate(of, "17"));
    private final Rows rows = new Rows(database);

    @Test
    void takesNothingAwayByASettingThatHadNoEffectWhenItWasMade() {
        person();
        rows.update(
                "INSERT INTO user_settings (user_id, updated_at, data_retention_days, rate_limit_per_minute, language,"
                        + " max_batch_size, audit_log_retention_years) VALUES (?, now(), 1, 2, 'de', 50, 1)",
                user);
        rows.update(
                "INSERT INTO mailboxes (user_id, mailbox_id, name, kind, created_at) VALUES (?, ?, 'Work', 'file', now())",
                user,
                UUID.randomUUID());

        Migrations.run(database);

        assertThat(rows.texts(
                        "SELECT concat_ws(' ', data_retention_days, rate_limit_per_minute, language, max_batch_size,"
                                + " audit_log_retention_years, version) FROM user_settings"))
                .as("and what had an effect stays")
                .containsExactly("2555 60 en 50 10 2");
        assertThat(rows.texts("SELECT (execution_time > now() + INTERVAL '1 hour')::text FROM scheduled_tasks"
                        + " WHERE task_name = 'retention'"))
                .containsExactly("true");
        assertThat(rows.texts("SELECT indexrelid::regclass::text FROM pg_index"
                        + " WHERE indexrelid = 'messages_by_age'::regclass AND indisvalid"))
                .hasSize(1);
    }

    /** As many persons as rows are what it counts on its first day: an index that begins with the person then seems as good as the key. */
    @Test
    void expectsManyMessagesOfAPersonWhateverWasCounted() {
        Migrations.run(database);
        rows.update("BEGIN; SET LOCAL session_replication_role = replica;"
                + " INSERT INTO messages (user_id, message_id, mailbox_id, identity, sent_at, subject, recipients, created_at)"
                + " SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), int4send(n), now(), 'x', 'x', now()"
                + " FROM generate_series(1, 2000) AS n; COMMIT");

        rows.update("ANALYZE messages");

        assertThat(rows.texts(
                        "EXPLAIN SELECT FROM messages WHERE user_id = '%1$s' AND message_id = '%1$s'".formatted(user)))
                .first()
                .asString()
                .contains("messages_pkey");
    }

    /** The second comes after steps that build an index beside the work, and wait for that as long as it takes. */
    @ParameterizedTest
    @CsvSource({"17, scans", "18, user_settings"})
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void stepsBackFromALockThatSomebodyHoldsAndComesAgain(String from, String table) throws Exception {
        migrate(database, from);
        var migrating = new FutureTask<>(() -> Migrations.run(database), true);
        try (var busy = DriverManager.getConnection(
                database.jdbcUrl(), database.owner().user(), database.owner().password())) {
            busy.setAutoCommit(false);
            busy.createStatement().execute("LOCK TABLE " + table + " IN ACCESS SHARE MODE");
            Thread.ofVirtual().start(migrating);
            while (waiting() == 0) {
                Thread.onSpinWait();
            }
            while (waiting() > 0) {
                Thread.onSpinWait();
            }
            busy.commit();
        }

        assertThat(migrating.get()).isTrue();
    }

    private int waiting() {
        return rows.texts("SELECT locktype FROM pg_locks WHERE NOT granted").size();
    }

    private void person() {
        rows.update(
                "INSERT INTO users (user_id, email, full_name, password_hash, role, created_at, updated_at)"
                        + " VALUES (?, 'person@firm.example', 'Person', 'none', 'user', now(), now())",
                user);
    }

    private static void migrate(Database database, String version) {
        Flyway.configure()
                .dataSource(
                        database.jdbcUrl(),
                        database.owner().user(),
                        database.owner().password())
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }
}
