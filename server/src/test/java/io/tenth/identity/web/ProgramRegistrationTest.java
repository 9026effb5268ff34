package io.tenth.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ServerTest;
import io.tenth.assistant.Tools;
import io.tenth.identity.ProgramGrants;
import io.tenth.identity.Scope;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program may say of itself when it registers. */
class ProgramRegistrationTest extends ServerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[\"javascript:alert(1)\"]",
                "[\"data:text/html,x\"]",
                "[\"http://desk.example/callback\"]",
                "[\"https://desk.example/callback#fragment\"]",
                "[\"https://user@desk.example/callback\"]",
                "[\"https://desk.example/ callback\"]",
                "[\"/callback\"]",
                "[\"https://desk.example/callback\", \"http://evil.example/\"]",
                "\"https://desk.example/callback\"",
                "[7]"
            })
    void registersNoProgramThatWouldHavePeopleSentAnywhere(String redirects) {
        var answer = program().register("{\"client_name\": \"Desk\", \"redirect_uris\": " + redirects + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("error")).isEqualTo("invalid_redirect_uri");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "nothing",
                "{\"client_name\": \"a\\u0000b\", \"redirect_uris\": [\"https://desk.example/\"]}"
            })
    void registersNothingThatItCannotRead(String body) {
        var answer = program().register(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("error")).isEqualTo("invalid_client_metadata");
    }

    @Test
    void registersProgramsOfASchemeOrAPage() {
        for (var redirect :
                new String[] {"desk://callback/here", "https://desk.example/callback", "http://localhost/x"}) {
            var answer = program().register("{\"redirect_uris\": [\"" + redirect + "\"]}");
            assertThat(answer.status()).as(redirect).isEqualTo(201);
            assertThat(answer.text("token_endpoint_auth_method")).isEqualTo("none");
            assertThat(answer.json().has("client_secret")).isFalse();
        }
    }

    /** A program asks for all that it is told of, and a person reads what each gives. */
    @Test
    void namesTheScopesOfTheToolsWhereverAProgramLooks() {
        var tools = Tools.DESCRIPTIONS.stream()
                .flatMap(tool -> Stream.of(tool.scope().reading(), tool.scope()))
                .collect(Collectors.toSet());
        assertThat(ProgramGrants.SCOPES).isEqualTo(tools);

        var registered = program().register("{\"redirect_uris\": [\"https://desk.example/callback\"]}");
        assertThat(registered.text("scope").split(" "))
                .containsExactlyElementsOf(
                        tools.stream().map(Scope::key).sorted().toList());
        var server = program().get("/.well-known/oauth-authorization-server").json();
        var resource =
                program().get("/.well-known/oauth-protected-resource/mcp").json();
        assertThat(server.path("scopes_supported").toString())
                .isEqualTo(resource.path("scopes_supported").toString())
                .doesNotContain("reports:read");
    }

    @Test
    void saysThatTheSummaryGoesWithTheProposals() {
        var program = program().registered().signedIn(newPerson().email(), PASSWORD);

        var page = program.consentPage(ProgramStandIn.with(program.question(), "scope", "mail:read"));

        assertThat(page.body()).contains("See proposals, the sums of your time by client, matter, kind and day");
    }

    private ProgramStandIn program() {
        return new ProgramStandIn(port());
    }
}
