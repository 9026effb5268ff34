package io.tenth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the README's first command starts. */
class DemoTest {

    @Test
    void fillsASampleFirmAndReadsItsMail() throws Exception {
        var builder = RunningServer.tenth("demo", "--once").redirectErrorStream(true);
        builder.environment().put("API_PORT", "0");
        var demo = builder.start();

        var said = new String(demo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(demo.waitFor()).as(said).isZero();
        assertThat(said)
                .contains("sign in as", "password")
                .containsPattern("[1-9][0-9]* sent messages were read: [1-9][0-9]* time entries are proposed");
    }
}
