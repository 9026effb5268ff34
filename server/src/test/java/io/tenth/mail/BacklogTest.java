package io.tenth.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tenth.mail.gmail.FakeGmail;
import io.tenth.mail.gmail.GmailCosts;
import io.tenth.mail.gmail.GmailCosts.Profile;
import io.tenth.store.Database;
import io.tenth.store.Migrations;
import io.tenth.store.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two nodes with more mail to read than the provider lets them, as fast as it lets them. The period of the provider is shorter
 * than the real one, the rate is the real one. With {@code -Dbacklog.minutes=10} it is the real one for so long.
 */
class BacklogTest {

    private static final int SHORTER = 6;
    private static final double PERIODS = 2.2;

    private final Database database = TestDatabase.copyOf("backlog", Migrations::run);

    @ParameterizedTest
    @EnumSource
    void keepsTwoNodesTogetherWithinTheLimitAndCloseToIt(Profile profile) throws Exception {
        var minutes = Integer.getInteger("backlog.minutes", 0);
        var costs = minutes > 0 ? profile.costs() : shorter(profile.costs());
        var time = minutes > 0
                ? Duration.ofMinutes(minutes)
                : Duration.ofMillis(Math.round(costs.period().toMillis() * PERIODS));
        try (var gmail = new FakeGmail(costs);
                var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < 60; number++) {
                gmail.send(
                        "number " + number,
                        Clock.systemUTC().instant().minusSeconds(number),
                        SampleMessage.of("x", Clock.systemUTC().instant()));
            }
            var grant = gmail.grant();
            var begin = System.nanoTime();
            var end = Clock.systemUTC().instant().plus(time);

            for (var node :
                    nodes.invokeAll(List.of(node(gmail, grant, profile, end), node(gmail, grant, profile, end)))) {
                assertThat(node.get()).as("messages that a node has read").isPositive();
            }

            var periods = (System.nanoTime() - begin) / (double) costs.period().toNanos();
            assertThat(gmail.overruns()).as("calls beyond the limit").isZero();
            assertThat(gmail.quota().granted() / (costs.units() * periods))
                    .as("of what the limit allows")
                    .isGreaterThanOrEqualTo(0.9);
        }
    }

    private Callable<Integer> node(FakeGmail gmail, Connection grant, Profile profile, Instant end) {
        return () -> {
            try (var pool = pool()) {
                var toll = new CallBudgets(pool)
                        .of("gmail dana " + profile, gmail.service().limit().orElseThrow());
                return read(gmail, grant, toll, end);
            }
        };
    }

    private static int read(FakeGmail gmail, Connection grant, Toll toll, Instant end) throws MailServiceException {
        var line = new RemoteLines(Clock.systemUTC(), new SimpleMeterRegistry()).to(MailboxKind.GMAIL, grant, "dana");
        var read = 0;
        try (var session = new RemoteSession(line, () -> gmail.service().open(grant, toll), false, renewed -> {})) {
            var references = session.sentSince(Instant.EPOCH, null).references();
            while (Clock.systemUTC().instant().isBefore(end)) {
                read += session.fetch(references).size();
            }
        }
        return read;
    }

    private static GmailCosts shorter(GmailCosts real) {
        return new GmailCosts(
                real.units() / SHORTER,
                real.period().dividedBy(SHORTER),
                real.get(),
                real.list(),
                real.history(),
                real.profile());
    }

    private HikariDataSource pool() {
        var config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setUsername(database.app().user());
        config.setPassword(database.app().password());
        config.setMaximumPoolSize(3);
        return new HikariDataSource(config);
    }
}
