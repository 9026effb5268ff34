package io.tenth.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.identity.Account;
import io.tenth.identity.Accounts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People share the few connections of the pool, and never see each other on them. */
class PooledConnectionTest extends ServerTest {

    private static final int PEOPLE = 10;
    private static final int ROUNDS = 50;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private record Somebody(Account account, ApiClient api) {}

    @Test
    void keepsPeopleApartOnSharedConnections() throws Exception {
        var people = Stream.generate(this::somebody).limit(PEOPLE).toList();

        var work = IntStream.range(0, ROUNDS)
                .boxed()
                .flatMap(round -> people.stream().flatMap(this::requests))
                .toList();

        assertThat(work).hasSize(PEOPLE * ROUNDS * 7);
        all(work);
    }

    private Somebody somebody() {
        var account = newPerson();
        var api = api(account);
        api.post("/api/mailboxes", "{\"name\": \"" + account.email() + "\"}");
        return new Somebody(account, api);
    }

    /** Reads, a refusal in the middle of a transaction, and visits by nobody. */
    private Stream<Callable<Void>> requests(Somebody person) {
        var email = person.account().email();
        return Stream.of(
                checked(() -> assertThat(person.api().get("/api/users/me").text("/email"))
                        .isEqualTo(email)),
                checked(() -> assertThat(accounts.visible(person.account().person()))
                        .as("a query that names nobody, in a transaction that does")
                        .extracting(Account::email)
                        .containsExactly(email)),
                checked(() -> assertThat(jdbc.sql("SELECT count(*) FROM users")
                                .query(Long.class)
                                .single())
                        .as("a query outside every transaction")
                        .isZero()),
                checked(() -> {
                    var mailboxes = person.api().get("/api/mailboxes").json().at("/items");
                    assertThat(mailboxes).hasSize(1);
                    assertThat(mailboxes.at("/0/name").asString()).isEqualTo(email);
                }),
                checked(() -> assertThat(person.api()
                                .post("/api/mailboxes", "{\"name\": \"" + email + "\"}")
                                .status())
                        .isEqualTo(409)),
                checked(() -> assertThat(person.api()
                                .get("/api/analytics/dashboard")
                                .json()
                                .at("/total_time_tracked_hours")
                                .asDouble())
                        .isZero()),
                checked(() -> assertThat(api().get("/api/users/me").status()).isEqualTo(401)));
    }

    private static Callable<Void> checked(Runnable check) {
        return () -> {
            check.run();
            return null;
        };
    }

    private static void all(List<Callable<Void>> work) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(16)) {
            var running = new ArrayList<Future<Void>>();
            work.forEach(step -> running.add(threads.submit(step)));
            for (var step : running) {
                step.get();
            }
        }
    }
}
