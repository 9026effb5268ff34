package io.tenth.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** The limits as they are delivered, at a server that nobody stands in front of. */
@TestPropertySource(
        properties = {
            "tenth.requests.auth=5/min",
            "tenth.requests.read=100/min",
            "tenth.requests.write=50/min",
            "server.tomcat.remoteip.internal-proxies=10\\.9\\.9\\.9"
        })
class LimitTest extends ServerTest {

    private static final List<String> FORWARDING =
            List.of("X-Forwarded-For", "Forwarded", "X-Real-IP", "X-Client-IP", "True-Client-IP", "CF-Connecting-IP");

    private static Instant next = Instant.parse("2030-01-01T00:00:00Z");

    /** Each test has an hour of its own: all of them come from one address. */
    @BeforeEach
    void waitUntilEveryMinuteIsOver() {
        next = next.plus(Duration.ofHours(1));
        clock().set(next);
    }

    @Test
    void stopsASprayAtItsSixthTryWhateverAddressItClaims() {
        var tries = IntStream.rangeClosed(1, 500).mapToObj(this::spray).toList();

        assertThat(tries.subList(0, 5))
                .allSatisfy(tried -> assertThat(tried.status()).isEqualTo(401));
        assertThat(tries.subList(5, 500)).allSatisfy(LimitTest::assertLimited);
    }

    @Test
    void evaluatesFiveOfFiftyGuessesAtOnce() throws Exception {
        var account = newPerson();
        Callable<Integer> guess =
                () -> login(api(), account.email(), "Guess-1-wrong").status();

        var statuses = atOnce(guess, 50);

        assertThat(Collections.frequency(statuses, 401)).isEqualTo(5);
        assertThat(Collections.frequency(statuses, 429)).isEqualTo(45);
    }

    @Test
    void limitsThePagesOnWhichPeopleComeIn() {
        var browser = browser();
        browser.get("/sign-in");
        var form = Map.of("email", "nobody@firm.example", "password", "wrong");
        IntStream.range(0, 5)
                .forEach(one ->
                        assertThat(browser.post("/sign-in", form).status()).isEqualTo(422));

        var refused = browser.post("/sign-in", form);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.response().headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 61L);
        assertThat(refused.text()).contains("That was tried too often");
        assertThat(browser.get("/sign-in").status()).isEqualTo(200);
    }

    @Test
    void countsGuessesAtOnesOwnPasswordOnThePageWithThoseOverTheApi() {
        var person = newPerson();
        var browser = browser(person);
        browser.get("/account");
        var form = Map.of("current", "Wrong-1-wrong", "wanted", "Another-horse-8-stable");
        IntStream.range(0, 3)
                .forEach(one -> assertThat(
                                browser.post("/account/password", form).status())
                        .isEqualTo(422));
        var body = "{\"current_password\": \"Wrong-1-wrong\", \"new_password\": \"Another-horse-8-stable\"}";
        IntStream.range(0, 2)
                .forEach(one -> assertThat(
                                api(person).post("/api/users/me/password", body).status())
                        .isEqualTo(422));

        assertThat(browser.post("/account/password", form).status()).isEqualTo(429);
        assertLimited(api(person).post("/api/users/me/password", body));
        assertLimited(api(person).post("/api/users/me/tokens", body));
        assertThat(browser.post("/account/tokens", form).status()).isEqualTo(429);
        assertThat(browser.get("/account").status()).isEqualTo(200);
    }

    @Test
    void countsAPathInWhateverSpelling() {
        var browser = browser(newPerson());
        browser.get("/account");
        var form = Map.of("current", "Wrong-1-wrong", "wanted", "Another-horse-8-stable");
        IntStream.range(0, 5).forEach(one -> browser.post("/account/p%61ssword", form));
        assertThat(browser.post("/account/password", form).status()).isEqualTo(429);

        clock().advance(Duration.ofMinutes(2));
        var body = "{\"email\": \"nobody@firm.example\", \"password\": \"Wrong-1-wrong\"}";
        IntStream.range(0, 5).forEach(one -> api().post("/%61pi/auth/login", body));
        assertLimited(api().post("/api/auth/login", body));
    }

    @Test
    void countsNoPageThatIsOutOfDateAsATryToComeIn() {
        var stale = browser(newPerson()).withoutToken();

        IntStream.range(0, 6)
                .forEach(one -> assertThat(
                                stale.post("/clients", Map.of("name", "x")).status())
                        .isEqualTo(403));
    }

    @Test
    void countsGuessesFromAnAccountWithThoseOfItsAddress() {
        var first = api(newPerson());
        var second = api(newPerson());
        IntStream.range(0, 5).forEach(one -> login(first, "nobody@firm.example", "Wrong-1-wrong"));

        assertLimited(login(second, "nobody@firm.example", "Wrong-1-wrong"));
    }

    @Test
    void admitsAHundredReadsAMinuteAndNoSecondHundredAtItsEdge() {
        var api = api(newPerson());
        clock().set(next.plusMillis(59_000));
        var reads = IntStream.rangeClosed(1, 101).mapToObj(one -> read(api)).toList();

        assertThat(reads.subList(0, 100))
                .allSatisfy(read -> assertThat(read.status()).isEqualTo(200));
        assertThat(reads.getFirst().header("RateLimit-Policy")).isEqualTo("\"read\";q=100;w=60");
        assertThat(reads.getFirst().header("RateLimit")).startsWith("\"read\";r=99;t=");
        assertThat(reads.get(99).header("RateLimit")).startsWith("\"read\";r=0;t=");
        assertLimited(reads.get(100));

        clock().advance(Duration.ofSeconds(2));
        assertLimited(read(api));
        clock().advance(Duration.ofMinutes(2));
        assertThat(read(api).status()).isEqualTo(200);
    }

    @Test
    void admitsFiftyWritesAMinute() {
        var api = api(newPerson());
        var writes = IntStream.rangeClosed(1, 51)
                .mapToObj(one -> api.post("/api/mailboxes", "{\"name\": \"Sent " + one + "\"}"))
                .toList();

        assertThat(writes.subList(0, 50))
                .allSatisfy(write -> assertThat(write.status()).isEqualTo(201));
        assertLimited(writes.get(50));
        assertThat(api.get("/api/mailboxes?limit=100").json().at("/items")).hasSize(50);
    }

    @Test
    void limitsEachPersonAlone() {
        var busy = api(newPerson());
        IntStream.range(0, 101).forEach(one -> read(busy));

        assertThat(read(busy).status()).isEqualTo(429);
        assertThat(read(api(newPerson())).status()).isEqualTo(200);
    }

    @Test
    void countsWhatATokenMayNotDo() {
        var token = api(newPerson())
                .post(
                        "/api/users/me/tokens",
                        "{\"current_password\": \"" + PASSWORD
                                + "\", \"name\": \"Timer\", \"scopes\": [\"time:read\"]}")
                .text("/token");
        var program = api().withToken(token);
        IntStream.range(0, 100)
                .forEach(one -> assertThat(program.get("/api/tasks").status()).isEqualTo(403));

        assertLimited(program.get("/api/tasks"));
        assertLimited(program.get("/api/time-entries"));
    }

    @Test
    void limitsWhoeverBringsNoTokenOrAWrongOneByAddress() {
        var guessed = api().withToken("e30.e30.e30");
        IntStream.range(0, 50).forEach(one -> assertThat(read(guessed).status()).isEqualTo(401));
        IntStream.range(0, 50).forEach(one -> assertThat(read(api()).status()).isEqualTo(401));

        assertLimited(read(guessed));
        assertLimited(read(api()));
        assertThat(read(api(newPerson())).status()).isEqualTo(200);
    }

    /** A page of another site could otherwise have everybody's tries used up by whoever looks at it. */
    @Test
    void closesNoSignInByRegistrationsOfPrograms() {
        var program = "{\"redirect_uris\": [\"https://desk.example/\"]}";
        for (var foreign : List.of(
                api().with("Sec-Fetch-Site", "cross-site").with("Content-Type", "text/plain"),
                api().with("Origin", "https://evil.example"),
                api().with("Content-Type", "text/plain"))) {
            IntStream.range(0, 6)
                    .forEach(one -> assertThat(foreign.send(
                                            "POST", "/oauth2/register", HttpRequest.BodyPublishers.ofString(program))
                                    .status())
                            .isIn(403, 415));
        }
        IntStream.range(0, 5)
                .forEach(one -> assertThat(
                                api().post("/oauth2/register", program).status())
                        .isEqualTo(201));

        assertLimited(api().post("/oauth2/register", program));
        assertThat(login(api(), "nobody@firm.example", "Wrong-1-wrong").status())
                .isEqualTo(401);
    }

    @Test
    void limitsEachPersonAloneWhoseProgramSpeaksMcp() {
        var busy = speaker();
        var other = speaker();
        IntStream.range(0, 100)
                .forEach(one -> assertThat(listTools(busy).status()).isEqualTo(200));

        assertLimited(listTools(busy));
        assertThat(listTools(other).status()).isEqualTo(200);
        assertThat(listTools(api()).status()).isEqualTo(401);
    }

    private ApiClient speaker() {
        var token = api(newPerson())
                .post(
                        "/api/users/me/tokens",
                        "{\"current_password\": \"" + PASSWORD + "\", \"name\": \"Desk\", \"scopes\": [\"time:read\"]}")
                .text("/token");
        return api().withToken(token);
    }

    private static ApiClient.Answer listTools(ApiClient program) {
        return program.post("/mcp", "{\"jsonrpc\": \"2.0\", \"id\": 7, \"method\": \"tools/list\", \"params\": {}}");
    }

    private ApiClient.Answer spray(int number) {
        var api = api();
        for (var field : FORWARDING) {
            api = api.with(field, "203.0." + number / 250 + "." + number % 250);
        }
        return login(api, "person" + number + "@spray.example", "Summer-2026-now");
    }

    private static ApiClient.Answer login(ApiClient api, String email, String password) {
        return api.post("/api/auth/login", "{\"email\": \"" + email + "\", \"password\": \"" + password + "\"}");
    }

    private static ApiClient.Answer read(ApiClient api) {
        return api.get("/api/users/me");
    }

    private static void assertLimited(ApiClient.Answer answer) {
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.text("/error/code")).isEqualTo("RATE_LIMIT_EXCEEDED");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 61);
        assertThat(answer.header("RateLimit")).contains("r=0;t=" + answer.header("Retry-After"));
    }

    private static <T> List<T> atOnce(Callable<T> work, int times) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var running = threads.invokeAll(Collections.nCopies(times, work));
            return running.stream().map(done -> done.resultNow()).toList();
        }
    }
}
