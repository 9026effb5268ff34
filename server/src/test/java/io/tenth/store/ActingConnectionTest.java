package io.tenth.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whatever a transaction does first, the database knows by then who asks, and knows it no longer than that transaction. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActingConnectionTest {

    private static final String WHO =
            "SELECT current_setting('tenth.user_id', TRUE) || current_setting('tenth.role', TRUE)"
                    + " || current_setting('tenth.claim', TRUE)";
    private static final RowSecurity.Identity SOMEBODY = new RowSecurity.Identity("a", "b", "c");

    private Connection connection;

    @BeforeAll
    void connect() throws SQLException {
        var database = TestDatabase.empty();
        connection = ActingConnection.of(DriverManager.getConnection(
                database.jdbcUrl(), database.app().user(), database.app().password()));
        connection.setAutoCommit(false);
    }

    @BeforeEach
    void begin() throws SQLException {
        connection.rollback();
        ActingConnection.tell(connection, SOMEBODY);
    }

    @AfterAll
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void knowsInTheFirstQueryAndInTheNext() throws SQLException {
        assertThat(who()).isEqualTo("abc");
        assertThat(who()).isEqualTo("abc");
    }

    @Test
    void givesTheFirstQueryItsOwnParametersAndRows() throws SQLException {
        try (var query = connection.prepareStatement("SELECT n, ?::text FROM generate_series(1, ?) AS n ORDER BY n")) {
            query.setString(1, "mine");
            query.setInt(2, 2);
            try (var rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(2)).isEqualTo("mine");
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(2);
                assertThat(rows.next()).isFalse();
            }
        }
    }

    @Test
    void knowsAfterAChangeAStatementOrASavepoint() throws SQLException {
        try (var change = connection.prepareStatement(
                "DO $$ BEGIN PERFORM set_config('tenth.noted', " + WHO.replace("SELECT ", "") + ", TRUE); END $$")) {
            change.executeUpdate();
        }
        assertThat(first("SELECT current_setting('tenth.noted')")).isEqualTo("abc");

        begin();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(WHO)) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("abc");
        }

        begin();
        connection.rollback(connection.setSavepoint());
        assertThat(who()).isEqualTo("abc");
    }

    @Test
    void forgetsWithTheTransaction() throws SQLException {
        who();
        connection.commit();
        assertThat(who()).isNullOrEmpty();

        begin();
        connection.commit();
        assertThat(who()).as("a transaction that did nothing").isNullOrEmpty();
    }

    private String who() throws SQLException {
        return first(WHO);
    }

    private String first(String sql) throws SQLException {
        try (var query = connection.prepareStatement(sql);
                var rows = query.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }
}
