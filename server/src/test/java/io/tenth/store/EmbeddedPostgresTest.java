package io.tenth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One home for all tests, so that the programs are unpacked once; each test leaves it stopped and usable. */
class EmbeddedPostgresTest {
    @TempDir
    private static Path folder;

    @Test
    void keepsItsDataAndItsAddressAcrossARestart() throws Exception {
        String address;
        try (var server = EmbeddedPostgres.start(folder)) {
            asOwner(server.database()).execute("CREATE TABLE kept AS SELECT 42 AS answer");
            address = server.database().jdbcUrl();
        }
        try (var server = EmbeddedPostgres.start(folder)) {
            assertThat(server.database().jdbcUrl()).isEqualTo(address);
            assertThat(asOwner(server.database()).queryForList("SELECT answer FROM kept", Integer.class))
                    .containsExactly(42);
            asOwner(server.database()).execute("DROP TABLE kept");
        }
    }

    @Test
    void unpacksTheProgramsOnceAndNeverUsesHalfOfThem() throws Exception {
        EmbeddedPostgres.start(folder).close();
        Path programs = onlyChildOf(folder.resolve("postgres"));
        Object before = Files.readAttributes(programs.resolve("bin/postgres"), "unix:ino,ctime");
        Path whole = Files.move(programs, folder.resolve("programs"));
        Path half = Files.createDirectories(folder.resolve("postgres/" + programs.getFileName() + ".unfinished-1/bin"));
        Files.createFile(half.resolve("postgres"));

        EmbeddedPostgres.start(folder).close();

        assertThat(onlyChildOf(folder.resolve("postgres"))).isEqualTo(programs);
        assertThat(programs.resolve("bin/postgres")).hasSameBinaryContentAs(whole.resolve("bin/postgres"));
        Object after = Files.readAttributes(programs.resolve("bin/postgres"), "unix:ino,ctime");
        assertThat(after).isNotEqualTo(before);
        EmbeddedPostgres.start(folder).close();
        assertThat(Files.readAttributes(programs.resolve("bin/postgres"), "unix:ino,ctime"))
                .isEqualTo(after);
    }

    @Test
    void refusesASecondStartOnTheSameHome() throws Exception {
        try (var server = EmbeddedPostgres.start(folder)) {
            assertThatExceptionOfType(StartRefusedException.class)
                    .isThrownBy(() -> EmbeddedPostgres.start(folder))
                    .withMessage(
                            "Tenth already runs on %s (process %d): stop it first, or choose another home.",
                            folder.toRealPath(), ProcessHandle.current().pid());
            assertThat(asOwner(server.database()).queryForList("SELECT 1", Integer.class))
                    .containsExactly(1);
        }
    }

    @Test
    void makesTheDataAgainWhenThatWasInterrupted() throws Exception {
        Path home = folderWithPrograms("interrupted");
        Path half = Files.createDirectories(home.resolve("data.unfinished-1"));
        Files.writeString(half.resolve("PG_VERSION"), "18\n");

        EmbeddedPostgres.start(home).close();

        assertThat(half).doesNotExist();
        assertThat(home.resolve("data/global/pg_control")).exists();
    }

    @Test
    void refusesAndKeepsAFolderThatHoldsSomethingElse() throws Exception {
        Path home = folderWithPrograms("foreign");
        Path file =
                Files.writeString(Files.createDirectories(home.resolve("data")).resolve("novel.txt"), "Chapter 1");

        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> EmbeddedPostgres.start(home))
                .withMessageContaining("holds no PostgreSQL data");

        assertThat(file).hasContent("Chapter 1");
    }

    @Test
    void refusesDataOfAnotherVersion() throws Exception {
        Path home = folderWithPrograms("older");
        Files.writeString(Files.createDirectories(home.resolve("data")).resolve("PG_VERSION"), "17\n");

        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> EmbeddedPostgres.start(home))
                .withMessageContaining("is of PostgreSQL 17, this Tenth brings 18");
    }

    @Test
    void saysWhichSecretDoesNotFitTheData() throws Exception {
        EmbeddedPostgres.start(folder).close();
        Path secret = folder.toRealPath().resolve("secrets/postgres-postgres");
        Path away = Files.move(secret, folder.resolve("away"));

        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> EmbeddedPostgres.start(folder))
                .withMessageContaining(secret.toString());

        Files.delete(secret);
        Files.move(away, secret);
    }

    @Test
    void isNotMisledByAPidFileThatNamesAnotherProcess() throws Exception {
        EmbeddedPostgres.start(folder).close();
        Files.writeString(
                folder.resolve("data/postmaster.pid"), ProcessHandle.current().pid() + "\n");

        try (var server = EmbeddedPostgres.start(folder)) {
            assertThat(server.database().jdbcUrl()).isNotEmpty();
        }
    }

    @Test
    void startsAgainByItselfWhenPostgresIsKilled() throws Exception {
        try (var server = EmbeddedPostgres.start(folder)) {
            long pid = Long.parseLong(
                    Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst());
            var postgres = ProcessHandle.of(pid).orElseThrow();
            postgres.destroyForcibly();
            postgres.onExit().get(60, TimeUnit.SECONDS);

            await().atMost(60, TimeUnit.SECONDS)
                    .ignoreExceptions()
                    .untilAsserted(() -> asOwner(server.database()).execute("SELECT 1"));
        }
    }

    @Test
    void runsAsNobodyWhereRootMayNotEnterANamespace() throws Exception {
        boolean root = ProcessHandle.current().info().user().orElse("").equals("root");
        assumeTrue(root && Command.succeeds(RunAs.NOBODY.command("true")), "needs root and setpriv");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        EmbeddedPostgres.start(folder).close();

        try (var server = EmbeddedPostgres.start(folder, RunAs.NOBODY, List.of())) {
            assertThat(asOwner(server.database()).queryForList("SELECT 1", Integer.class))
                    .containsExactly(1);
            assertThat(Files.getAttribute(folder.resolve("data/PG_VERSION"), "unix:uid"))
                    .isEqualTo(65534);
        }
        EmbeddedPostgres.start(folder).close();
    }

    @Test
    void writesNoStatementAndNoPasswordToItsLog() throws Exception {
        try (var server = EmbeddedPostgres.start(folder)) {
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> asOwner(server.database()).execute("SELECT 'Ada Example' / 0"));
            assertThat(textOf(folder.resolve("logs")))
                    .contains("ready to accept connections")
                    .doesNotContain("Ada Example", server.database().owner().password(), "ALTER ROLE");
            assertThat(server.database().toString())
                    .doesNotContain(
                            server.database().owner().password(),
                            server.database().app().password());
        }
    }

    private static JdbcTemplate asOwner(Database database) {
        var owner = database.owner();
        return new JdbcTemplate(new DriverManagerDataSource(database.jdbcUrl(), owner.user(), owner.password()));
    }

    private static Path folderWithPrograms(String name) throws IOException {
        EmbeddedPostgres.start(folder).close();
        Path home = Files.createDirectories(folder.resolve("homes").resolve(name));
        new ProcessBuilder("cp", "-r", folder.resolve("postgres").toString(), home.toString())
                .start()
                .onExit()
                .join();
        return home;
    }

    private static Path onlyChildOf(Path parent) throws IOException {
        try (var children = Files.list(parent)) {
            var all = children.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }

    private static String textOf(Path logs) throws IOException {
        var text = new StringBuilder();
        try (var files = Files.list(logs)) {
            for (Path file : files.toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
