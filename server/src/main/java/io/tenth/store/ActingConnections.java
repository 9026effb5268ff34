package io.tenth.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The connections of a pool, each as an {@link ActingConnection}. The pool ends with them. */
final class ActingConnections extends DelegatingDataSource implements AutoCloseable {

    private final HikariDataSource pool;

    ActingConnections(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return ActingConnection.of(pool.getConnection());
    }

    @Override
    public void close() {
        pool.close();
    }
}
