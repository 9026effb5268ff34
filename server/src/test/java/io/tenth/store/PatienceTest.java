package io.tenth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.tenth.ServerTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** The database ends a statement before the server stops waiting for it, and later where the server has said that it waits longer. */
class PatienceTest extends ServerTest {

    private static final Times USUAL = new Times(30_000, "27s");

    @Autowired
    private Patience patience;

    @Autowired
    private JdbcOperations jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DataSource dataSource;

    private record Times(int silenceMillis, String statement) {

        static Times of(Connection connection) throws SQLException {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("SHOW statement_timeout")) {
                row.next();
                return new Times(connection.getNetworkTimeout(), row.getString(1));
            }
        }
    }

    @Test
    void endsAStatementBeforeTheServerStopsWaiting() throws SQLException {
        assertThat(ofEachConnection()).hasSizeGreaterThan(1).containsOnly(USUAL);

        assertThatThrownBy(() -> transaction.executeWithoutResult(hurried -> {
                    jdbc.execute("SET LOCAL statement_timeout = 50");
                    jdbc.execute("SELECT pg_sleep(60)");
                }))
                .as("what the API answers with 503")
                .isInstanceOf(QueryTimeoutException.class);
    }

    @Test
    void givesAConnectionItsOwnTimesBackAfterATransactionThatNeededLonger() throws SQLException {
        for (var each = 0; each < pool().getMaximumPoolSize() * 2; each++) {
            var fails = each % 2 == 0;
            transaction.executeWithoutResult(work -> {
                patience.extend();
                assertThat(jdbc.execute((ConnectionCallback<Times>) Times::of)).isEqualTo(new Times(300_000, "270s"));
                if (fails) {
                    work.setRollbackOnly();
                }
            });
        }

        assertThat(ofEachConnection()).containsOnly(USUAL);
    }

    private HikariDataSource pool() throws SQLException {
        return dataSource.unwrap(HikariDataSource.class);
    }

    private List<Times> ofEachConnection() throws SQLException {
        var times = new ArrayList<Times>();
        var held = new ArrayList<Connection>();
        try {
            // One is left to the scheduler, which asks now and then.
            for (var each = 1; each < pool().getMaximumPoolSize(); each++) {
                held.add(dataSource.getConnection());
                times.add(Times.of(held.getLast()));
            }
        } finally {
            for (var connection : held) {
                connection.close();
            }
        }
        return times;
    }
}
