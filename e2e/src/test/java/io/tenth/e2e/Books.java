package io.tenth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.store.Credentials;
import io.tenth.store.EmbeddedPostgres;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * What the database holds of a person, looked at beside the servers that write it.
 *
 * @param person the id
 */
record Books(EmbeddedPostgres postgres, String person) {

    /** What servers need that share the database. */
    static Map<String, String> settings(EmbeddedPostgres postgres) {
        var database = postgres.database();
        return Map.of(
                "DATABASE_URL", address(database.jdbcUrl(), database.app()),
                "DATABASE_OWNER_URL", address(database.jdbcUrl(), database.owner()));
    }

    /** The first value of a query. */
    String text(String query) {
        var database = postgres.database();
        try (var connection = DriverManager.getConnection(address(database.jdbcUrl(), database.app()))) {
            connection.setAutoCommit(false);
            try (var act = connection.prepareStatement("SELECT set_config('tenth.user_id', ?, TRUE)");
                    var ask = connection.prepareStatement(query)) {
                act.setString(1, person);
                act.execute();
                try (var rows = ask.executeQuery()) {
                    return rows.next() ? rows.getString(1) : "";
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    int number(String query) {
        return Integer.parseInt(text(query));
    }

    /** How many messages are recorded. */
    int messages() {
        return number("SELECT count(*) FROM messages");
    }

    /** Each of so many messages is recorded once, each entry in them is there once, and each has its one event. */
    void assertEachOnce(int messages) {
        var entries = Mailbox.entriesIn(messages);
        assertThat(messages()).isEqualTo(messages);
        assertThat(number("SELECT count(*) FROM seen WHERE message_id IS NOT NULL"))
                .isEqualTo(messages);
        assertThat(number("SELECT count(*) FROM proposals")).isEqualTo(entries);
        assertThat(number("SELECT count(DISTINCT message_id) FROM proposals")).isEqualTo(entries);
        assertThat(number("SELECT count(*) FROM audit_events WHERE operation = 'proposal.created'"))
                .isEqualTo(entries);
        assertThat(number("SELECT count(DISTINCT resource_id) FROM audit_events WHERE operation = 'proposal.created'"))
                .isEqualTo(entries);
        assertThat(number("SELECT sum((details ->> 'messages_new')::int) FROM audit_events"
                        + " WHERE operation = 'scan.advanced'"))
                .isEqualTo(messages);
    }

    private static String address(String jdbcUrl, Credentials credentials) {
        return jdbcUrl + (jdbcUrl.contains("?") ? "&" : "?") + "user=" + credentials.user() + "&password="
                + credentials.password();
    }
}
