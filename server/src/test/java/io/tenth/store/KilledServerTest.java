package io.tenth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left after {@code kill -9}, seen on a server in a process of its own that writes without end. */
class KilledServerTest {
    private static final int ENOUGH_ROWS = 200;

    @TempDir
    private static Path home;

    @Test
    void endsWithItsJvmAndKeepsEveryConfirmedRow() throws Exception {
        var writer = start();
        int confirmed = readRows(writer);
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> EmbeddedPostgres.start(home))
                .withMessageContaining("process " + writer.pid());
        var processes = writer.descendants().toList();
        assertThat(processes).anyMatch(KilledServerTest::isPostgres);

        kill(writer);

        for (ProcessHandle process : processes) {
            process.onExit().get(60, TimeUnit.SECONDS);
        }
        assertThatRowsSurvived(confirmed);
    }

    @Test
    void recoversWhenAllProcessesAreKilledAtOnce() throws Exception {
        var writer = start();
        int confirmed = readRows(writer);
        var processes = writer.descendants().toList();

        processes.forEach(ProcessHandle::destroyForcibly);
        kill(writer);

        assertThatRowsSurvived(confirmed);
    }

    @Test
    void takesOverFromAPostgresThatLostItsShell() throws Exception {
        var writer = start();
        int confirmed = readRows(writer);
        var processes = writer.descendants().toList();
        var orphans = processes.stream().filter(KilledServerTest::isPostgres).toList();

        processes.stream().filter(process -> !orphans.contains(process)).forEach(ProcessHandle::destroyForcibly);
        kill(writer);

        assertThatRowsSurvived(confirmed);
        for (ProcessHandle orphan : orphans) {
            orphan.onExit().get(60, TimeUnit.SECONDS);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("/postgres");
    }

    private static Process start() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java,
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                RowWriter.class.getName(),
                home.toString());
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void kill(Process writer) throws InterruptedException {
        assertThat(writer.destroyForcibly().waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    private static int readRows(Process writer) throws IOException {
        BufferedReader confirmations = writer.inputReader();
        int row = 0;
        while (row < ENOUGH_ROWS) {
            String line = confirmations.readLine();
            assertThat(line).as("the next confirmed row").isNotNull();
            row = line.startsWith("row ") ? Integer.parseInt(line.substring("row ".length())) : row;
        }
        return row;
    }

    private static void assertThatRowsSurvived(int confirmed) throws IOException {
        try (var server = EmbeddedPostgres.start(home)) {
            server.superuser().inside("tenth", jdbc -> {
                assertThat(jdbc.queryForList("SELECT n FROM written WHERE n <= ?", Integer.class, confirmed))
                        .hasSize(confirmed);
                jdbc.execute("DROP TABLE written");
            });
        }
    }
}
