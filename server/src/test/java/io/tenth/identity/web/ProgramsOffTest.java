package io.tenth.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.OtherServer;
import io.tenth.ServerTest;
import io.tenth.identity.ProgramAccess;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where its operator does not want programs to be connected, there is nothing at which they could be. */
class ProgramsOffTest extends ServerTest {

    @Test
    void hasNoDoorForPrograms() {
        var settings = new HashMap<>(storeSettings());
        settings.put("tenth.identity.connected-programs", "false");
        try (var server = OtherServer.start(settings)) {
            var port = server.context().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            var program = new ProgramStandIn(port);

            for (var path : List.of("/.well-known/oauth-authorization-server", "/oauth2/authorize")) {
                assertThat(program.get(path).status()).as(path).isEqualTo(404);
            }
            assertThat(program.register("{\"redirect_uris\": [\"https://desk.example/\"]}")
                            .status())
                    .isEqualTo(404);
            assertThat(program.token(program.exchangeOf("code")).status()).isEqualTo(404);
            assertThat(server.context().getBeanProvider(ProgramAccess.class).getIfAvailable())
                    .isNull();
        }
    }
}
