package io.tenth.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.identity.Account;
import io.tenth.identity.Accounts;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Twenty people share two connections, and never see each other on them. */
class PooledConnectionTest extends ServerTest {

    private static final int CONNECTIONS = 2;
    private static final int PEOPLE = 20;
    private static final int REQUESTS = 10_000;
    private static final int AT_ONCE = 16;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource dataSource;

    private HikariDataSource pool;
    private int usual;

    @BeforeEach
    void narrowThePool() throws SQLException {
        pool = dataSource.unwrap(HikariDataSource.class);
        usual = pool.getMaximumPoolSize();
        resize(CONNECTIONS);
    }

    @AfterEach
    void widenThePool() {
        resize(usual);
    }

    /** What a person owns, and may therefore see. */
    private record Somebody(Account account, ApiClient api, UUID task, UUID entry) {

        String name() {
            return account.email();
        }
    }

    @Test
    void keepsPeopleApartOnSharedConnections() throws Exception {
        var people = Stream.generate(this::somebody).limit(PEOPLE).toList();
        var work = IntStream.range(0, REQUESTS / PEOPLE)
                .boxed()
                .flatMap(round -> people.stream().map(person -> request(round, person, people)))
                .toList();
        assertThat(work).hasSize(REQUESTS);

        all(work);

        assertThat(pool.getHikariPoolMXBean().getTotalConnections()).isLessThanOrEqualTo(CONNECTIONS);
        for (var person : people) {
            assertThat(new Rows(database())
                            .texts(
                                    "SELECT name FROM mailboxes WHERE user_id = ?",
                                    person.account().id().value()))
                    .containsExactly(person.name());
        }
    }

    /** Everything of a person carries their address. */
    private Somebody somebody() {
        var account = newPerson();
        var api = api(account);
        var name = account.email();
        api.post("/api/mailboxes", "{\"name\": \"" + name + "\"}");
        var task = api.post("/api/tasks", "{\"title\": \"" + name + "\"}").text("/id");
        var entry = api.post(
                        "/api/time-entries/start", "{\"task_id\": \"" + task + "\", \"description\": \"" + name + "\"}")
                .text("/id");
        return new Somebody(account, api, UUID.fromString(task), UUID.fromString(entry));
    }

    /** Reads, writes, refusals in the middle of a transaction, and visits by nobody, each in its turn. */
    private Runnable request(int round, Somebody person, List<Somebody> people) {
        var neighbour = people.get((people.indexOf(person) + 1 + round % (PEOPLE - 1)) % PEOPLE);
        return switch (round % 10) {
            case 0 -> () -> assertOnly(person, person.api().get("/api/users/me"), "/email");
            case 1 -> () -> assertOnly(person, person.api().get("/api/mailboxes"), "/items/0/name");
            case 2 -> () -> assertOnly(person, person.api().get("/api/tasks"), "/items/0/title");
            case 3 ->
                () -> assertOnly(
                        person, person.api().get("/api/tasks/" + person.task()), "/time_entries/0/description");
            case 4 -> () -> assertOnly(person, person.api().get("/api/time-entries/active"), "/description");
            case 5 ->
                () -> assertOnly(
                        person,
                        person.api()
                                .patch(
                                        "/api/time-entries/" + person.entry(),
                                        "{\"billable\": " + (round % 20 == 5) + "}"),
                        "/description");
            case 6 -> () -> assertRefused(404, person.api().get("/api/tasks/" + neighbour.task()));
            case 7 ->
                () -> assertRefused(409, person.api().post("/api/mailboxes", "{\"name\": \"" + person.name() + "\"}"));
            case 8 ->
                () -> {
                    assertRefused(401, api().get("/api/users/me"));
                    assertThat(jdbc.sql("SELECT count(*) FROM users")
                                    .query(Long.class)
                                    .single())
                            .as("a query outside every transaction")
                            .isZero();
                };
            default ->
                () -> assertThat(accounts.visible(person.account().person()))
                        .as("a query that names nobody, in a transaction that does")
                        .extracting(Account::email)
                        .containsExactly(person.name());
        };
    }

    /** That there is what is theirs, and no second address beside it. */
    private static void assertOnly(Somebody person, ApiClient.Answer answer, String place) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text(place)).isEqualTo(person.name());
        assertThat(answer.body().replace(person.name(), "")).doesNotContain("@firm.example");
    }

    private static void assertRefused(int status, ApiClient.Answer answer) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("@firm.example");
    }

    private void resize(int connections) {
        pool.getHikariConfigMXBean().setMinimumIdle(Math.min(connections, pool.getMinimumIdle()));
        pool.getHikariConfigMXBean().setMaximumPoolSize(connections);
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    private static void all(List<Runnable> work) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var running = new ArrayList<Future<?>>();
            work.forEach(step -> running.add(threads.submit(step)));
            for (var step : running) {
                step.get();
            }
        }
    }
}
