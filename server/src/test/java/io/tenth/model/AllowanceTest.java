package io.tenth.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tenth.store.Database;
import io.tenth.store.Migrations;
import io.tenth.store.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Two nodes ask one service. */
class AllowanceTest {

    private static final int A_MINUTE = 3500;
    private static final int AT_ONCE = 70;

    private final Database database = TestDatabase.copyOf("allowance", Migrations::run);

    @Test
    void keepsTwoNodesTogetherBelowTheLimit() throws Exception {
        var begun = System.nanoTime();
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = 0;
            for (var node : nodes.invokeAll(List.of(node("models.example"), node("models.example")))) {
                asked += node.get();
            }
            var minutes =
                    (System.nanoTime() - begun) / (double) Duration.ofMinutes(1).toNanos();
            assertThat((double) asked)
                    .as("requests of both, of which each alone would have sent as many as it liked")
                    .isGreaterThan(AT_ONCE - 1.0)
                    .isLessThanOrEqualTo(AT_ONCE + A_MINUTE * minutes);
        }
    }

    @Test
    void waitsNoLongerThanItMay() throws Exception {
        try (var pool = pool()) {
            var allowance = new Allowance("slow.example", 2, pool);

            assertThat(allowance.take(Duration.ofMillis(1))).isTrue();
            assertThat(allowance.take(Duration.ofMillis(1))).isFalse();
            assertThat(allowance.take(Duration.ZERO)).isFalse();
            assertThat(new Allowance("other.example", 2, pool).take(Duration.ofMillis(1)))
                    .as("another service counts by itself")
                    .isTrue();
        }
    }

    /** Asks as fast as it may for a while. */
    private Callable<Integer> node(String host) {
        return () -> {
            try (var pool = pool()) {
                var allowance = new Allowance(host, A_MINUTE, pool);
                var asked = 0;
                for (var tries = 0; tries < 150; tries++) {
                    asked += allowance.take(Duration.ofMillis(30)) ? 1 : 0;
                }
                return asked;
            }
        };
    }

    private HikariDataSource pool() {
        var config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setUsername(database.app().user());
        config.setPassword(database.app().password());
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }
}
