package io.tenth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenth.OtherServer;
import io.tenth.ServerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret that the stored data needs is never replaced in silence. */
class LostSecretTest extends ServerTest {

    @TempDir
    private Path home;

    private Path secrets;

    @BeforeEach
    void copyTheSecretsOfAServerInUse() throws IOException {
        newPerson();
        secrets = Files.createDirectories(home.resolve("secrets"));
        try (var files =
                Files.list(Path.of(storeSettings().get("tenth.store.home")).resolve("secrets"))) {
            for (var file : files.toList()) {
                Files.copy(file, secrets.resolve(file.getFileName()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"key-encryption-key.json", "password-pepper"})
    void refusesToStartOnDataWhoseSecretIsGone(String name) throws IOException {
        Files.delete(secrets.resolve(name));

        assertThatThrownBy(() -> OtherServer.start(settings()).close())
                .rootCause()
                .isInstanceOf(StartRefusedException.class)
                .hasMessage(
                        "The file " + secrets.resolve(name) + " is missing, and the database holds accounts that need"
                                + " it: restore it from the backup of this database. Nothing else opens what it has sealed.");
        assertThat(secrets.resolve(name)).doesNotExist();
    }

    @Test
    void makesTheSecretsOfAnEmptyDatabase() {
        Secrets fresh = new Secrets(home.resolve("fresh"), () -> false);

        assertThat(fresh.lasting("password-pepper"))
                .hasSize(43)
                .isEqualTo(new Secrets(home.resolve("fresh"), () -> true).lasting("password-pepper"));
    }

    @Test
    void makesAnotherOfThoseThatNothingStoredNeeds() throws IOException {
        Files.deleteIfExists(secrets.resolve("jwt-secret-key"));

        assertThat(new Secrets(secrets, () -> true).random("jwt-secret-key")).hasSize(43);
    }

    private Map<String, String> settings() {
        var settings = new HashMap<>(storeSettings());
        settings.put("tenth.store.home", home.toString());
        return settings;
    }
}
