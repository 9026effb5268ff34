package io.tenth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** What a sign-in costs the server, in time of its processors: it tells nobody whether an account exists, and starves nobody. */
@TestPropertySource(
        properties = {"tenth.test.quick-passwords=false", "tenth.web.cors-origins=https://app.firm.example"})
class SignInCostTest extends ServerTest {

    private static final int FLOOD = 200;

    private Account account;

    @BeforeEach
    void makeAPerson() {
        account = newPerson();
    }

    @Test
    void isTheSameForAnUnknownAddressAWrongPasswordAndALockedAccount() {
        var wrong = cost(() -> login(account.email(), "Wrong-password-1"));
        var unknown = cost(() -> login("nobody-at-all@firm.example", "Wrong-password-1"));
        var noAddress = cost(() -> login("nobody", "Wrong-password-1"));
        for (var guess = 1; guess < 5; guess++) {
            login(account.email(), "Wrong-password-1");
        }
        var locked = cost(() -> login(account.email(), PASSWORD));

        assertThat(List.of(unknown, noAddress, locked))
                .allSatisfy(cost -> assertThat(cost).isBetween(wrong / 2, wrong * 2));
    }

    @Test
    void isNoHashForWhatCannotBeAPassword() {
        var hash = cost(() -> login(account.email(), "Wrong-password-1"));
        var impossible = List.of("", "Abc-1\0xyz", "Abc-1\ud800xyz", "x".repeat(101), "x".repeat(900_000));

        var cost = cost(() -> impossible.forEach(password ->
                assertThat(login(account.email(), password).status()).isEqualTo(422)));

        assertThat(cost).isLessThan(hash / 2);
        assertThat(login(account.email(), "x".repeat(1 << 20)).status()).isEqualTo(413);
    }

    @Test
    void leavesTheServerToThoseWhoAreIn() throws Exception {
        var api = api(account);
        Callable<ApiClient.Answer> login = () -> login("flood@firm.example", "Wrong-password-1");
        try (var flood = Executors.newVirtualThreadPerTaskExecutor()) {
            var logins = Stream.generate(() -> flood.submit(login)).limit(FLOOD).toList();

            for (var read = 0; read < 20; read++) {
                assertThat(api.get("/api/users/me").status()).isEqualTo(200);
            }
            assertThat(answers(logins))
                    .allSatisfy(answer -> assertThat(answer.status()).isIn(401, 429))
                    .filteredOn(answer -> answer.status() == 429)
                    .hasSizeGreaterThan(FLOOD / 2)
                    .allSatisfy(busy -> assertThat(busy.header("Retry-After")).isEqualTo("3"));
        }
    }

    private static List<ApiClient.Answer> answers(List<Future<ApiClient.Answer>> logins) throws Exception {
        var answers = new ArrayList<ApiClient.Answer>();
        for (var login : logins) {
            answers.add(login.get());
        }
        return answers;
    }

    private ApiClient.Answer login(String email, String password) {
        return api().post("/api/auth/login", "{\"email\": \"" + email + "\", \"password\": " + json(password) + "}");
    }

    /** Lone surrogates are escaped, since no encoding holds them. */
    private static String json(String text) {
        return JsonMapper.shared().writeValueAsString(text).replace("\ud800", "\\ud800");
    }

    /** The processor time that hashing takes meanwhile, in nanoseconds. */
    private static long cost(Runnable work) {
        var before = spentOnHashes();
        work.run();
        return spentOnHashes() - before;
    }

    private static long spentOnHashes() {
        var threads = ManagementFactory.getThreadMXBean();
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("password-hash-"))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.threadId()))
                .sum();
    }
}
