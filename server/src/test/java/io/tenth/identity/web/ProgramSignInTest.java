package io.tenth.identity.web;

import static io.tenth.identity.web.ProgramStandIn.BACK;
import static io.tenth.identity.web.ProgramStandIn.path;
import static io.tenth.identity.web.ProgramStandIn.secretOf;
import static io.tenth.identity.web.ProgramStandIn.with;
import static io.tenth.identity.web.ProgramStandIn.without;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.RawClient;
import io.tenth.ServerTest;
import io.tenth.identity.Access;
import io.tenth.identity.Account;
import io.tenth.identity.ProgramAccess;
import io.tenth.identity.Scope;
import io.tenth.shared.Role;
import io.tenth.store.Rows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A program is connected: from the page on which a person decides to the token that lets it in, and what ends it. */
class ProgramSignInTest extends ServerTest {

    @Autowired
    private ProgramAccess access;

    private final Rows rows = new Rows(database());
    private Account person;
    private ProgramStandIn program;

    @BeforeEach
    void registerAProgram() {
        person = newPerson();
        program = signedIn(person);
    }

    private ProgramStandIn signedIn(Account account) {
        return new ProgramStandIn(port()).registered().signedIn(account.email(), PASSWORD);
    }

    private Optional<Access> letIn(ProgramStandIn.Answer tokens) {
        return access.find(tokens.text("access_token"), program.resource());
    }

    @Test
    void saysWhereAndHowAProgramSignsIn() {
        var said = program.get("/.well-known/oauth-authorization-server").json();

        assertThat(said.path("issuer").asString()).isEqualTo(program.server());
        assertThat(said.path("authorization_endpoint").asString()).isEqualTo(program.server() + "/oauth2/authorize");
        assertThat(said.path("token_endpoint").asString()).isEqualTo(program.server() + "/oauth2/token");
        assertThat(said.path("registration_endpoint").asString()).isEqualTo(program.server() + "/oauth2/register");
        assertThat(said.path("revocation_endpoint").asString()).isEqualTo(program.server() + "/oauth2/revoke");
        assertThat(said.path("code_challenge_methods_supported").toString()).isEqualTo("[\"S256\"]");
        assertThat(said.path("token_endpoint_auth_methods_supported").toString())
                .isEqualTo("[\"none\"]");
        assertThat(said.path("grant_types_supported").toString())
                .isEqualTo("[\"authorization_code\",\"refresh_token\"]");
        assertThat(said.path("authorization_response_iss_parameter_supported").asBoolean())
                .isTrue();
        assertThat(said.has("introspection_endpoint")).isFalse();
        assertThat(said.has("jwks_uri")).isFalse();
    }

    @Test
    void asksWhoeverIsNotSignedInToSignInAndGoesOn() {
        var stranger = new ProgramStandIn(port()).registered();

        var sent = stranger.ask(stranger.question());

        assertThat(sent.location()).startsWith("/sign-in?then=");
        assertThat(stranger.open(sent.location()).body()).contains("A program asks", "name=\"then\"");
        var then = sent.query().get("then");
        var in = stranger.submit("/sign-in", Map.of("email", person.email(), "password", PASSWORD, "then", then));
        assertThat(in.location()).isEqualTo(then);
        assertThat(stranger.open(in.location()).location()).contains("/oauth2/consent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/oauth2/authorize?x",
                "/oauth2/authorize/../../evil",
                "/oauth2/authorize?{x}",
                "/people"
            })
    void leadsNowhereElseAfterASignIn(String then) {
        var stranger = new ProgramStandIn(port());

        var in = stranger.submit("/sign-in", Map.of("email", person.email(), "password", PASSWORD, "then", then));

        assertThat(in.location()).isEqualTo("/");
    }

    @Test
    void showsThePersonWhoAsksForWhatAndWhereItLeads() {
        var page = program.consentPage(program.question());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("“Harbor Desk”", "127.0.0.1", "on your own computer", person.email())
                .contains("See your time entries and the running timer", "Start and stop your timer")
                .doesNotContain("Have your mail scanned");
        assertThat(page.response()
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .contains("form-action 'self' http://127.0.0.1:49152;", "frame-ancestors 'none'");
    }

    @Test
    void givesATokenForWhatThePersonHasAllowedAndNoMore() {
        var back = program.allowed(program.question(), "time:read");

        assertThat(back.location()).startsWith(BACK + "?");
        assertThat(back.query()).containsEntry("state", "of the program").containsEntry("iss", program.server());
        var tokens = program.exchange(Objects.requireNonNull(back.query().get("code")));
        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        assertThat(tokens.text("access_token")).startsWith("tenth_mcp_");
        assertThat(tokens.text("token_type")).isEqualTo("Bearer");
        assertThat(tokens.json().path("expires_in").asInt()).isBetween(890, 900);
        assertThat(tokens.text("scope")).isEqualTo("time:read");
        assertThat(tokens.response().headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
        var in = letIn(tokens).orElseThrow();
        assertThat(in.person()).isEqualTo(person.person());
        assertThat(in.scopes()).containsExactly(Scope.TIME_READ);
        assertThat(in.program()).isEqualTo("Harbor Desk");
        assertThat(rows.operations(person.id().value())).contains("program.allowed");
    }

    @Test
    void givesATokenThatIsGoodForNothingElse() {
        var tokens = program.exchange(program.code());

        assertThat(access.find(tokens.text("access_token"), "https://other.example/mcp"))
                .isEmpty();
        assertThat(access.find(tokens.text("refresh_token"), program.resource()))
                .isEmpty();
        for (var name : new String[] {"access_token", "refresh_token"}) {
            var api = api().withToken(tokens.text(name));
            assertThat(api.get("/api/users/me").status()).isEqualTo(401);
            assertThat(api.get("/api/time-entries").status()).isEqualTo(401);
        }
    }

    @Test
    void keepsNoSecretButItsHash() {
        var code = program.code();
        var tokens = program.exchange(code);

        assertThat(String.join("\n", rows.values()))
                .doesNotContain(code, tokens.text("access_token"), tokens.text("refresh_token"));
    }

    @Test
    void endsAnAccessTokenAfterAQuarterOfAnHour() {
        var tokens = program.exchange(program.code());

        clock().advance(Duration.ofMinutes(16));

        assertThat(letIn(tokens)).isEmpty();
    }

    @Test
    void givesNothingToAProgramThatThePersonHasNotAllowed() {
        var back = program.decide(secretOf(program.consentPage(program.question())));

        assertThat(back.location()).startsWith(BACK + "?");
        assertThat(back.query())
                .containsEntry("error", "access_denied")
                .containsEntry("state", "of the program")
                .containsEntry("iss", program.server())
                .doesNotContainKey("code");
        assertThat(program.open("/account").body()).doesNotContain("Harbor Desk");
    }

    @Test
    void asksAgainEachTime() {
        program.exchange(program.code());

        assertThat(program.ask(program.question()).location()).contains("/oauth2/consent");
    }

    @Test
    void takesAYesFromNobodyButWhoeverWasAsked() {
        var secret = secretOf(program.consentPage(program.question()));
        var other = new ProgramStandIn(port()).signedIn(newPerson(Role.ADMIN).email(), PASSWORD);

        assertThat(other.open("/oauth2/consent?state=" + secret).status()).isEqualTo(404);
        assertThat(other.submit(
                                "/oauth2/authorize",
                                Map.of("client_id", program.id(), "state", secret, "scope", "time:read"))
                        .status())
                .isEqualTo(400);
        assertThat(program.decide(secret, "mail:write").query()).containsEntry("error", "invalid_scope");
        assertThat(program.decide(secret, "time:read").query()).containsKey("code");
        assertThat(program.decide(secret, "time:read").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "code_challenge, , invalid_request",
        "code_challenge, tooshort, invalid_request",
        "code_challenge_method, plain, invalid_request",
        "code_challenge_method, , invalid_request",
        "resource, , invalid_target",
        "resource, https://other.example/mcp, invalid_target",
        "scope, account:read, invalid_scope",
        "scope, openid, invalid_scope"
    })
    void tellsAProgramWhatItMayNotAskFor(String name, String value, String error) {
        var question = value == null ? without(program.question(), name) : with(program.question(), name, value);

        var back = program.ask(question);

        assertThat(back.location()).startsWith(BACK + "?");
        assertThat(back.query()).containsEntry("error", error).containsEntry("iss", program.server());
    }

    @ParameterizedTest
    @CsvSource({
        "redirect_uri, https://evil.example/callback",
        "redirect_uri, http://127.0.0.1:49152/callback/..",
        "redirect_uri, http://127.0.0.1:49152/callback?more=1",
        "redirect_uri, http://127.0.0.1.evil.example:49152/callback",
        "redirect_uri, http://evil@127.0.0.1:49152/callback",
        "redirect_uri, ",
        "client_id, 6f9c7a52-6a2d-4b55-9a0c-000000000000",
        "client_id, https://evil.example/client.json",
        "client_id, "
    })
    void sendsNobodyToAPlaceThatIsNotTheProgramsOwn(String name, String value) {
        var question = value == null ? without(program.question(), name) : with(program.question(), name, value);

        var answer = program.ask(question);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.location()).isEmpty();
    }

    @Test
    void sendsBackToAnyPortOfTheOwnMachine() {
        var question = with(program.question(), "redirect_uri", "http://127.0.0.1:50001/callback");

        var back = program.allowed(question, "time:read");

        assertThat(back.location()).startsWith("http://127.0.0.1:50001/callback?code=");
    }

    @ParameterizedTest
    @CsvSource({
        "code_verifier, another-verifier-of-at-least-forty-three-characters, invalid_grant",
        "code_verifier, , invalid_grant",
        "redirect_uri, http://127.0.0.1:50001/callback, invalid_grant",
        "resource, https://other.example/mcp, invalid_target",
        "client_id, , invalid_client",
        "grant_type, password, unsupported_grant_type",
        "grant_type, client_credentials, unsupported_grant_type"
    })
    void changesNoCodeForWhoeverCannotShowThatItIsTheirs(String name, String value, String error) {
        var form = program.exchangeOf(program.code());

        var answer = program.token(value == null ? without(form, name) : with(form, name, value));

        assertThat(answer.status()).isBetween(400, 401);
        assertThat(answer.text("error")).isEqualTo(error);
        assertThat(answer.body()).doesNotContain("tenth_mc");
    }

    @Test
    void givesACodeOfAnotherProgramToNobody() {
        var code = program.code();
        var other = new ProgramStandIn(port()).registered();

        assertThat(other.exchange(code).text("error")).isEqualTo("invalid_grant");
        assertThat(program.exchange(code).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void endsWhatCameOfACodeThatIsUsedTwice() {
        var code = program.code();
        var tokens = program.exchange(code);
        assertThat(letIn(tokens)).isPresent();

        assertThat(program.exchange(code).text("error")).isEqualTo("invalid_grant");

        assertThat(letIn(tokens)).isEmpty();
        assertThat(program.refresh(tokens.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
        assertThat(rows.operations(person.id().value())).contains("program.reuse_detected");
    }

    @Test
    void changesACodeOnceHoweverManyTryAtOnce() throws Exception {
        var code = program.code();

        assertThat(atOnce(6, () -> program.exchange(code)).filter(status -> status == 200))
                .hasSize(1);
    }

    @Test
    void renewsARefreshTokenOnceHoweverManyTryAtOnce() throws Exception {
        var refresh = program.exchange(program.code()).text("refresh_token");

        assertThat(atOnce(6, () -> program.refresh(refresh)).filter(status -> status == 200))
                .hasSize(1);
    }

    @Test
    void renewsTokensAndEndsThoseBefore() {
        var first = program.exchange(program.code());

        var second = program.refresh(first.text("refresh_token"));

        assertThat(second.status()).as(second.body()).isEqualTo(200);
        assertThat(second.text("refresh_token")).isNotEqualTo(first.text("refresh_token"));
        assertThat(letIn(first)).isEmpty();
        assertThat(letIn(second).orElseThrow().scopes()).containsExactlyInAnyOrder(Scope.TIME_READ, Scope.TIME_WRITE);
    }

    @Test
    void renewsWithFewerScopesAndNeverWithMore() {
        var refresh = program.exchange(program.code()).text("refresh_token");
        var form = new TreeMap<>(Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                program.id(),
                "refresh_token",
                refresh,
                "scope",
                "mail:write"));

        assertThat(program.token(form).text("error")).isEqualTo("invalid_scope");
        var fewer = program.token(with(form, "scope", "time:read"));
        assertThat(letIn(fewer).orElseThrow().scopes()).containsExactly(Scope.TIME_READ);
    }

    @Test
    void endsEverythingWhenARefreshTokenIsUsedTwice() {
        var first = program.exchange(program.code());
        var second = program.refresh(first.text("refresh_token"));
        var third = program.refresh(second.text("refresh_token"));

        assertThat(program.refresh(first.text("refresh_token")).text("error")).isEqualTo("invalid_grant");

        assertThat(letIn(third)).isEmpty();
        assertThat(program.refresh(third.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
        assertThat(rows.operations(person.id().value())).contains("program.reuse_detected");
    }

    @Test
    void renewsNothingForAnotherProgram() {
        var tokens = program.exchange(program.code());
        var other = new ProgramStandIn(port()).registered();

        assertThat(other.refresh(tokens.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
        assertThat(other.giveBack(tokens.text("access_token")).text("error")).isEqualTo("invalid_client");

        assertThat(letIn(tokens)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "refresh_token"})
    void takesTokensBack(String name) {
        var tokens = program.exchange(program.code());

        assertThat(program.giveBack(tokens.text(name)).status()).isEqualTo(200);

        assertThat(letIn(tokens)).isEmpty();
        assertThat(program.refresh(tokens.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
        assertThat(rows.operations(person.id().value())).contains("program.ended");
    }

    @Test
    void listsConnectedProgramsAndEndsThem() {
        var tokens = program.exchange(program.code());
        assertThat(program.open("/account").body()).contains("Harbor Desk", "time:read, time:write", "last used never");
        var other = new ProgramStandIn(port()).signedIn(newPerson().email(), PASSWORD);
        assertThat(other.submit("/account/programs/" + program.id() + "/end", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(letIn(tokens)).isPresent();

        var ended = program.submit("/account/programs/" + program.id() + "/end", Map.of());

        assertThat(path(ended.location())).isEqualTo("/account");
        assertThat(letIn(tokens)).isEmpty();
        assertThat(program.refresh(tokens.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
        assertThat(program.open("/account").body()).doesNotContain("Harbor Desk");
        assertThat(rows.operations(person.id().value())).contains("program.ended");
    }

    @Test
    void letsNobodyInForAnAccountThatIsShut() {
        var tokens = program.exchange(program.code());
        var administrator = api(newPerson(Role.ADMIN));

        administrator.patch("/api/users/" + person.id().value(), "{\"disabled\": true}");

        assertThat(letIn(tokens)).isEmpty();
        assertThat(program.refresh(tokens.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void makesRoomAmongProgramsThatNobodyAllowedAnythingAndKeepsTheOthers() {
        program.exchange(program.code());
        rows.update("""
                INSERT INTO programs (client_id, name, redirect_uris, created_at)
                SELECT gen_random_uuid(), 'Filler', ARRAY['https://desk.example/'], now() - interval '1 hour'
                  FROM generate_series(1, 1000 - (SELECT count(*) FROM programs))
                """);

        var answer = new ProgramStandIn(port()).register("{\"redirect_uris\": [\"https://desk.example/\"]}");
        rows.update("DELETE FROM programs WHERE name = 'Filler'");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(rows.texts("SELECT name FROM programs WHERE client_id = ?::uuid", program.id()))
                .containsExactly("Harbor Desk");
    }

    @Test
    void tellsNoAddressThatTheSenderMadeUp() {
        for (var path : new String[] {"/.well-known/oauth-authorization-server", "/oauth2/authorize?client_id=x"}) {
            assertThat(RawClient.to(port())
                            .say("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
                            .text())
                    .startsWith("HTTP/1.1 403")
                    .doesNotContain("evil");
        }
    }

    private static IntStream atOnce(int times, Callable<ProgramStandIn.Answer> work) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(times)) {
            var answers = IntStream.range(0, times)
                    .mapToObj(any -> threads.submit(() -> {
                        start.await();
                        return work.call().status();
                    }))
                    .toList();
            start.countDown();
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            return statuses.stream().mapToInt(Integer::intValue);
        }
    }
}
