package io.tenth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("secrets/key");
    }

    @Test
    void makesARandomSecretAndKeepsIt() throws Exception {
        String secret = SecretFile.readOrCreate(file);

        assertThat(secret).matches("[A-Za-z0-9_-]{43}").isEqualTo(SecretFile.readOrCreate(file));
        assertThat(secret).isNotEqualTo(SecretFile.readOrCreate(folder.resolve("secrets/other")));
    }

    @Test
    void opensFileAndFolderToTheOwnerAlone() throws Exception {
        SecretFile.readOrCreate(file);

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("secrets")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void keepsASecretThatWasSupplied() throws Exception {
        assertThat(SecretFile.readOrCreate(file, () -> "first")).isEqualTo("first");
        assertThat(SecretFile.readOrCreate(file, () -> "second")).isEqualTo("first");
    }

    @Test
    void refusesAFileThatOthersCanRead() throws Exception {
        SecretFile.readOrCreate(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> SecretFile.readOrCreate(file))
                .withMessage("The secret in %s is open to others: allow it to its owner alone (chmod 600).", file);
    }

    @Test
    void refusesAnEmptyFile() throws Exception {
        SecretFile.readOrCreate(file);
        Files.writeString(file, "\n");

        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> SecretFile.readOrCreate(file))
                .withMessage("The secret in %s is empty: restore the file from a backup.", file);
    }

    @Test
    void givesTheSameSecretToAllWhoAskAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> ask = () -> SecretFile.readOrCreate(file);
            var answers = threads.invokeAll(Stream.generate(() -> ask).limit(32).toList());

            assertThat(answers.stream().map(Future::resultNow).distinct()).hasSize(1);
        }
        try (var files = Files.list(folder.resolve("secrets"))) {
            assertThat(files).containsExactly(file);
        }
    }
}
