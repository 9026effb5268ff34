package io.tenth.identity.web;

import static io.tenth.identity.web.ProgramStandIn.secretOf;
import static io.tenth.identity.web.ProgramStandIn.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ServerTest;
import io.tenth.identity.Account;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a person is led who came from a program, and what they are told who go no further. */
class ProgramWayBackTest extends ServerTest {

    private Account person;
    private ProgramStandIn program;

    @BeforeEach
    void registerAProgram() {
        person = newPerson();
        program = new ProgramStandIn(port()).registered();
    }

    private ProgramStandIn signedIn(ProgramStandIn some) {
        return some.signedIn(person.email(), PASSWORD);
    }

    /** Anybody may register a place, and mail a link to this server that would lead there. */
    @ParameterizedTest
    @CsvSource({"https://evil.example/tenth-sign-in, evil.example", "search-ms:query=x, search-ms:"})
    void leadsNobodyElsewhereWhoHasDecidedNothing(String place, String host) {
        var stranger = new ProgramStandIn(port()).registeredFor(place);
        var known = signedIn(new ProgramStandIn(port()).registeredFor(place));

        for (var visitor : List.of(stranger, known)) {
            var answer = visitor.ask(with(with(visitor.question(), "redirect_uri", place), "scope", "x"));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.location()).isEmpty();
            assertThat(answer.body())
                    .contains("Wrong or missing: scope", "Nobody has checked", ">" + host + "<")
                    .contains("href=\"" + place + "?error=invalid_scope&amp;");
        }
    }

    @Test
    void leadsBackToAnyPlaceOnceThePersonHasSaidNo() {
        var place = "https://desk.example/callback";
        var desk = signedIn(new ProgramStandIn(port()).registeredFor(place));

        var back = desk.decide(secretOf(desk.consentPage(with(desk.question(), "redirect_uri", place))));

        assertThat(back.location()).startsWith(place + "?error=access_denied&");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6f9c7a52-6a2d-4b55-9a0c-000000000000", "desk", ""})
    void saysThatAProgramIsNotRegisteredAnyMore(String client) {
        var answer = program.ask(with(program.question(), "client_id", client));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("not registered here, or not any more", "connect it again");
    }

    @Test
    void saysThatAPlaceIsNotTheProgramsOwn() {
        var answer = program.ask(with(program.question(), "redirect_uri", "https://evil.example/"));

        assertThat(answer.body()).contains("a place that it has not registered").doesNotContain("evil");
    }

    @Test
    void saysThatAQuestionIsAnsweredOrWasOpenForTooLong() {
        signedIn(program);
        var answered = secretOf(program.consentPage(program.question()));
        program.decide(answered, "time:read");
        var late = secretOf(program.consentPage(program.question()));
        clock().advance(Duration.ofMinutes(16));

        for (var secret : new String[] {answered, late, UUID.randomUUID().toString()}) {
            var answer = program.decide(secret, "time:read");

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("Start again in the program");
        }
    }

    @Test
    void comesBackToTheQuestionOfWhomeverHasToSignInAnew() {
        signedIn(program);
        var secret = secretOf(program.consentPage(program.question()));
        var later = new ProgramStandIn(port());

        var sent = later.submit(
                "/oauth2/authorize", Map.of("client_id", program.id(), "state", secret, "scope", "time:read"));
        assertThat(sent.location()).startsWith("/sign-in?then=");
        var in = later.submit(
                "/sign-in",
                Map.of(
                        "email",
                        person.email(),
                        "password",
                        PASSWORD,
                        "then",
                        sent.query().getOrDefault("then", "")));

        assertThat(in.location()).startsWith("/oauth2/consent?state=");
        assertThat(secretOf(later.open(in.location()))).isEqualTo(secret);
    }
}
