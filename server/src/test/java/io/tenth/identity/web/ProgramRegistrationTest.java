package io.tenth.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ServerTest;
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

    private ProgramStandIn program() {
        return new ProgramStandIn(port());
    }
}
