package io.tenth.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The connections of the server: as the role that owns no table, to a schema that is up to date. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    private static final long LONGEST_WAIT_MILLIS = 5_000;

    /** Where the network to the database is cut, nobody is told: what was asked ends after so long. DATABASE_URL may name another time. */
    private static final String LONGEST_SILENCE_SECONDS = "30";

    /** A node that stands still in the middle of a transaction must not keep its locks from the others. */
    private static final String END_OF_IDLENESS = "SET idle_in_transaction_session_timeout = '10s'";

    /** Of the longest silence; the answer that a statement was ended still comes in time. */
    private static final double LONGEST_STATEMENT = 0.9;

    private static final int MILLIS_IN_SECOND = 1_000;
    private static final Pattern SILENCE_IN_ADDRESS = Pattern.compile("[?&]socketTimeout=(\\d{1,6})(?:&|$)");

    @Bean
    Secrets secrets(StoreSettings settings, DataSource dataSource) {
        return new Secrets(settings.home().resolve("secrets"), () -> StoredAccounts.any(dataSource));
    }

    @Bean
    @ConditionalOnProperty(name = "tenth.store.url", matchIfMissing = true, havingValue = "embedded")
    EmbeddedPostgres embeddedPostgres(StoreSettings settings) throws IOException {
        return EmbeddedPostgres.start(settings.home());
    }

    @Bean
    Database database(StoreSettings settings, ObjectProvider<EmbeddedPostgres> embedded) {
        return Optional.ofNullable(embedded.getIfAvailable())
                .map(EmbeddedPostgres::database)
                .orElseGet(() -> ExternalDatabase.of(settings));
    }

    @Bean
    DataSource dataSource(Database database, StoreSettings settings) {
        Migrations.run(database);
        var config = new HikariConfig();
        config.setPoolName("tenth");
        config.setJdbcUrl(database.jdbcUrl());
        config.setUsername(database.app().user());
        config.setPassword(database.app().password());
        config.setMaximumPoolSize(settings.poolSize());
        config.setConnectionTimeout(LONGEST_WAIT_MILLIS);
        // Without this an error would carry the values of the row that it is about, and take them into the log.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("socketTimeout", LONGEST_SILENCE_SECONDS);
        config.setConnectionInitSql(END_OF_IDLENESS + "; " + endOfStatements(database.jdbcUrl()));
        var pool = new HikariDataSource(config);
        AppRole.refuseTooPowerful(pool);
        return new ActingConnections(pool);
    }

    /** How long a statement may take where nothing is waited for longer than so: 0 stands for no end, of both. */
    static int statementMillis(int silenceMillis) {
        return (int) (silenceMillis * LONGEST_STATEMENT);
    }

    /** What the server gives up, the database must not go on with. The address has the last word on how long that is. */
    private static String endOfStatements(String url) {
        var named = SILENCE_IN_ADDRESS.matcher(url);
        var seconds = named.find() ? named.group(1) : LONGEST_SILENCE_SECONDS;
        return "SET statement_timeout = " + statementMillis(Integer.parseInt(seconds) * MILLIS_IN_SECOND);
    }
}
