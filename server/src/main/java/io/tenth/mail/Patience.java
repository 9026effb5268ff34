package io.tenth.mail;

import java.time.Duration;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A longer time for each statement of a transaction that has much to delete. Everything else ends after the time that the connections
 * are made with; the pool gives a connection that time back before it lends it again.
 */
@Repository
class Patience {

    private static final Duration LONGEST_STATEMENT = Duration.ofMinutes(5);

    private final JdbcOperations jdbc;

    Patience(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    void extend() {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(LONGEST_STATEMENT.toMillis()));
            return true;
        });
    }
}
