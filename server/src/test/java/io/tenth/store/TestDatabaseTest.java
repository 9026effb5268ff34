package io.tenth.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class TestDatabaseTest {
    @Test
    void preparesATemplateOnceAndGivesEveryCallerACopyOfItsOwn() {
        var preparations = new AtomicInteger();
        var first = TestDatabase.copyOf("numbers", database -> prepare(database, preparations));
        var second = TestDatabase.copyOf("numbers", database -> prepare(database, preparations));

        owner(first).execute("DELETE FROM numbers");

        assertThat(owner(second).queryForList("SELECT n FROM numbers", Integer.class))
                .containsExactly(1);
        assertThat(preparations).hasValue(1);
    }

    private static void prepare(Database database, AtomicInteger preparations) {
        preparations.incrementAndGet();
        owner(database).execute("CREATE TABLE numbers AS SELECT 1 AS n");
    }

    private static JdbcTemplate owner(Database database) {
        var owner = database.owner();
        return new JdbcTemplate(new DriverManagerDataSource(database.jdbcUrl(), owner.user(), owner.password()));
    }
}
