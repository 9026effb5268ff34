package io.tenth.mail;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenth.mail.MailServiceException.Throttled;
import io.tenth.store.Migrations;
import io.tenth.store.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class CallBudgetsTest {

    private static final Duration LONG = Duration.ofDays(1);

    private final CallBudgets budgets = new CallBudgets(pool());

    @Test
    void keepsToALimitThatHasChanged() throws MailServiceException {
        budgets.of("gmail dana", new CallLimit(100, 20, LONG)).pay(20);
        assertThatExceptionOfType(Throttled.class)
                .isThrownBy(() ->
                        budgets.of("gmail dana", new CallLimit(100, 20, LONG)).pay(20));

        budgets.of("gmail dana", new CallLimit(200, 40, LONG)).pay(40);

        assertThatExceptionOfType(Throttled.class)
                .isThrownBy(() ->
                        budgets.of("gmail dana", new CallLimit(200, 40, LONG)).pay(40));
    }

    private static PGSimpleDataSource pool() {
        var database = TestDatabase.copyOf("budgets", Migrations::run);
        var pool = new PGSimpleDataSource();
        pool.setUrl(database.jdbcUrl());
        pool.setUser(database.app().user());
        pool.setPassword(database.app().password());
        return pool;
    }
}
