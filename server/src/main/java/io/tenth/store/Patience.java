package io.tenth.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A longer time, five minutes or what the address of the database has beyond that, for each statement of a transaction for which nobody waits. Everything else ends after the time that the connections
 * are made with. The database forgets it with the transaction, and the pool gives the connection its own time back before it lends
 * it again.
 */
@Component
public class Patience {

    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

    /** Of a time: as long as it takes. */
    private static final int ENDLESS = 0;

    private final JdbcOperations jdbc;

    Patience(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void extend() {
        jdbc.execute((ConnectionCallback<Boolean>) Patience::extend);
    }

    private static boolean extend(Connection connection) throws SQLException {
        var own = connection.getNetworkTimeout();
        var millis = own == ENDLESS ? ENDLESS : Math.max(own, Math.toIntExact(LONGEST_SILENCE.toMillis()));
        connection.setNetworkTimeout(Runnable::run, millis);
        try (var statement = connection.createStatement()) {
            return statement.execute("SET LOCAL statement_timeout = " + StoreConfiguration.statementMillis(millis));
        }
    }
}
