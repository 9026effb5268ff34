package io.tenth.store;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The way in for what only the start may do: roles and databases. */
record Superuser(int port, Credentials credentials) {
    static final String NAME = "postgres";

    /** Recovery after a crash can take minutes; PostgreSQL answers meanwhile that it is starting up. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Connection refused, connection broken, "the database system is starting up". */
    private static final Set<String> NOT_YET = Set.of("08001", "08006", "57P03");

    /** The address of a database; the connection never leaves the machine, so it is not encrypted. */
    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=disable";
    }

    /** Does the work over one connection to the database. */
    void inside(String database, Consumer<JdbcTemplate> work) {
        var source =
                new SingleConnectionDataSource(jdbcUrl(database), credentials.user(), credentials.password(), true);
        try (source) {
            work.accept(new JdbcTemplate(source));
        }
    }

    /** Waits until the server answers. */
    void awaitReady(Postmaster postmaster, Home home) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(home)) {
            if (postmaster.endsWithin(PAUSE) || System.nanoTime() > deadline) {
                throw new StartRefusedException("PostgreSQL did not start; the reason is in " + home.logs() + ".");
            }
        }
    }

    private boolean answers(Home home) {
        try {
            inside(NAME, jdbc -> jdbc.execute("SELECT 1"));
            return true;
        } catch (CannotGetJdbcConnectionException refused) {
            if (refused.getCause() instanceof SQLException cause && NOT_YET.contains(cause.getSQLState())) {
                return false;
            }
            throw new StartRefusedException("PostgreSQL does not accept the password in "
                    + home.secret("postgres-" + NAME) + ": restore the file that belongs to the data.");
        }
    }
}
