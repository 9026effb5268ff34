package io.tenth.store;

import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether a database is in use: each account has keys and a password, which need the secrets of their installation. */
final class StoredAccounts {

    private StoredAccounts() {}

    /** Asks as the product itself, which may see who has an account. */
    static boolean any(DataSource dataSource) {
        var jdbc = JdbcClient.create(dataSource);
        var found = new TransactionTemplate(new JdbcTransactionManager(dataSource)).execute(transaction -> {
            jdbc.sql("SELECT set_config('tenth.role', 'program', TRUE)").query().singleRow();
            return jdbc.sql("SELECT EXISTS (SELECT FROM users)")
                    .query(Boolean.class)
                    .single();
        });
        return Objects.requireNonNull(found);
    }
}
