package io.tenth.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @Test
    void keepsItsPasswordsOutOfItsText(@TempDir Path home) throws Exception {
        try (var server = EmbeddedPostgres.start(home)) {
            assertThat(server.database().toString())
                    .doesNotContain(server.database().app().password());
        }
    }
}
