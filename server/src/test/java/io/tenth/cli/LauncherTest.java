package io.tenth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher {@code ./tenth}, on a product that is as small as can be: its build copies a program that says a word, and says
 * another out of a second library once it is sent a line.
 */
class LauncherTest {

    private static final String PROGRAM = """
            package io.tenth.cli;
            public final class Main {
                public static void main(String[] arguments) throws Exception {
                    var out = new java.io.PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
                    if (arguments.length > 2) {
                        var starts = java.nio.file.Path.of(arguments[1]);
                        java.nio.file.Files.writeString(starts, "started\\n", java.nio.file.StandardOpenOption.CREATE,
                                java.nio.file.StandardOpenOption.APPEND);
                        if (java.nio.file.Files.readAllLines(starts).size() <= Integer.parseInt(arguments[2])) {
                            System.exit(3);
                        }
                        Runtime.getRuntime().addShutdownHook(new Thread(() -> out.println("ended")));
                    }
                    out.println("begun");
                    if (arguments[0].equals("serve")) {
                        System.in.read();
                        out.println(Later.word());
                    }
                }
            }
            """;
    private static final String LIBRARY = """
            package io.tenth.cli;
            public final class Later {
                public static String word() { return "later"; }
            }
            """;

    /** Fails when it meets another one of its kind, and counts. */
    private static final String BUILD = """
            #!/bin/sh
            mkdir building || exit 1
            mkdir -p server/target/app/lib
            cp -R program/main/* server/target/app
            cp program/later.jar server/target/app/lib/later.jar
            echo built >>builds
            rmdir building
            """;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @BeforeEach
    void layOutTheProduct() throws Exception {
        for (var made : List.of(".mvn", "extraction/src/main", "server/src/main", "build", "program")) {
            Files.createDirectories(folder.resolve(made));
        }
        for (var pom : List.of("pom.xml", "extraction/pom.xml", "server/pom.xml")) {
            Files.writeString(folder.resolve(pom), "");
        }
        var product = Path.of("..").toRealPath();
        Files.copy(product.resolve("build/Alone.java"), folder.resolve("build/Alone.java"));
        Files.copy(product.resolve("tenth"), folder.resolve("tenth"));
        Files.writeString(folder.resolve("mvnw"), BUILD);
        for (var script : List.of("tenth", "mvnw")) {
            Files.setPosixFilePermissions(folder.resolve(script), PosixFilePermissions.fromString("rwx------"));
        }
        pack("Later", LIBRARY, "later.jar");
        pack("Main", PROGRAM, "main/main.jar");
    }

    @Test
    void buildsOnceWhenTwoStartForTheFirstTimeAtOnce() throws Exception {
        var starts = Stream.of(start("scan"), start("scan"), start("scan")).toList();

        for (var start : starts) {
            assertThat(start.inputReader().readLine()).isEqualTo("begun");
            assertEndsWell(start);
        }
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void leavesAServerThatRunsItsLibrariesWhileNewerVersionsAreBuilt() throws Exception {
        var server = start("serve");
        var said = server.inputReader();
        assertThat(said.readLine()).isEqualTo("begun");

        for (var change = 1; change <= 3; change++) {
            changeASource();
            assertEndsWell(start("scan"));
        }

        assertThat(builds()).isEqualTo(4);
        assertThat(versions())
                .as("the one that runs, the current one, and the one before it")
                .hasSize(3);
        assertThat(wordOf(server, said)).isEqualTo("later");
        changeASource();
        assertEndsWell(start("scan"));
        assertThat(versions()).hasSize(2);
    }

    @Test
    void buildsNothingWhereNothingHasChanged() throws Exception {
        assertEndsWell(start("scan"));
        assertEndsWell(start("scan"));

        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void saysWhenTheBuildFailedAndStartsNothing() throws Exception {
        Files.createDirectory(folder.resolve("building"));

        var start = start("scan");

        assertThat(start.inputReader().readLine()).isNull();
        assertThat(start.errorReader().readAllAsString()).contains("tenth: The build failed, see above.");
        assertThat(start.waitFor()).isEqualTo(69);
    }

    @Test
    void startsAServerAgainThatHasEndedForWantOfMemory() throws Exception {
        var server = serve(2, "echo \"$1\" >>" + folder.resolve("pauses"));

        var said = server.inputReader();
        assertThat(said.readLine()).isEqualTo("begun");
        assertThat(wordOf(server, said)).as("standard input is its own").isEqualTo("later");

        assertThat(starts()).isEqualTo(3);
        assertThat(Files.readAllLines(folder.resolve("pauses"))).containsExactly("1", "2");
    }

    @Test
    void givesAServerUpThatEndsAgainAndAgain() throws Exception {
        var server = serve(99, "echo \"$1\" >>" + folder.resolve("pauses"));

        assertThat(server.waitFor()).isEqualTo(3);

        assertThat(starts()).isEqualTo(6);
        assertThat(Files.readAllLines(folder.resolve("pauses"))).containsExactly("1", "2", "4", "8", "16");
        assertThat(server.errorReader().lines().toList()).last().asString().contains("is not started any more");
    }

    /** The server is asked itself and ends what it has begun; this waits for it. */
    @Test
    void endsTheServerWhenItIsAskedToEnd() throws Exception {
        for (var signal : List.of("TERM", "INT", "HUP")) {
            if (!isHeard(signal)) {
                continue;
            }
            Files.deleteIfExists(folder.resolve("starts"));
            var server = serve(0, "exit 1");
            var said = server.inputReader();
            assertThat(said.readLine()).isEqualTo("begun");

            kill(signal, server);

            assertThat(said.readLine()).as(signal).isEqualTo("ended");
            assertThat(server.waitFor()).as(signal).isEqualTo(143);
            assertThat(server.descendants()).isEmpty();
            assertThat(starts()).isEqualTo(1);
        }
    }

    @Test
    void startsNothingAgainOnceItWasAskedToEnd() throws Exception {
        var server = serve(99, "echo paused; exec /bin/sleep 1000");
        assertThat(server.inputReader().readLine()).isEqualTo("paused");

        kill("TERM", server);

        assertThat(server.waitFor()).isEqualTo(143);
        assertThat(starts()).isEqualTo(1);
    }

    @Test
    void leavesStartingAgainToSystemdWhereThatHasStartedIt() throws Exception {
        var server =
                start(List.of("sh", "-c", "SYSTEMD_EXEC_PID=$$ exec \"$@\"", "sh", tenth(), "serve", starting(), "99"));

        assertThat(server.waitFor()).isEqualTo(3);
        assertThat(starts()).isEqualTo(1);
    }

    /** What nohup or a script in the background has started ignores one of them for good, and so does all that it starts. */
    private static boolean isHeard(String signal) throws Exception {
        var shell = new ProcessBuilder("sh", "-c", "trap 'exit 0' " + signal + "; kill -" + signal + " $$; exit 1");
        return shell.start().waitFor() == 0;
    }

    /** As from a shell: what it says can still be read. */
    private static void kill(String signal, Process process) throws Exception {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** A server that ends so often for want of memory, under a launcher whose pauses are what the script does. */
    private Process serve(int ends, String pause) throws Exception {
        var commands = Files.createDirectories(folder.resolve("commands"));
        var sleep = Files.writeString(commands.resolve("sleep"), "#!/bin/sh\n" + pause + "\n");
        Files.setPosixFilePermissions(sleep, PosixFilePermissions.fromString("rwx------"));
        return start(List.of(
                "env",
                "PATH=" + commands + ":" + System.getenv("PATH"),
                tenth(),
                "serve",
                starting(),
                Integer.toString(ends)));
    }

    private String starting() {
        return folder.resolve("starts").toString();
    }

    private long starts() throws IOException {
        return Files.readAllLines(folder.resolve("starts")).size();
    }

    private String tenth() {
        return folder.resolve("tenth").toString();
    }

    private Process start(String command) throws IOException {
        return start(List.of(tenth(), command));
    }

    private static Process start(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    private static void assertEndsWell(Process process) throws Exception {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(() -> process.errorReader().lines().toList().toString())
                .isZero();
    }

    private static String wordOf(Process server, BufferedReader said) throws Exception {
        try (var line = server.outputWriter()) {
            line.write("\n");
        }
        var word = said.readLine();
        assertEndsWell(server);
        return word;
    }

    private void changeASource() throws IOException {
        var source = folder.resolve("server/src/main/Source.java");
        Files.writeString(source, "");
        var built = Files.getLastModifiedTime(folder.resolve(".build/current")).toInstant();
        Files.setLastModifiedTime(source, FileTime.from(built.plus(Duration.ofMinutes(1))));
    }

    private long builds() throws IOException {
        return Files.readAllLines(folder.resolve("builds")).size();
    }

    private List<Path> versions() throws IOException {
        try (var inside = Files.list(folder.resolve(".build"))) {
            return inside.filter(Files::isDirectory).toList();
        }
    }

    private void pack(String type, String source, String jar) throws Exception {
        var classes = Files.createDirectories(folder.resolve("classes"));
        var file = Files.writeString(folder.resolve("program").resolve(type + ".java"), source);
        var compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", classes.toString(), "-cp", classes.toString(), file.toString());
        assertThat(compiled).isZero();
        var target = folder.resolve("program").resolve(jar);
        Files.createDirectories(target.getParent());
        var packed = java.util.spi.ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "-cf",
                        target.toString(),
                        "-C",
                        classes.toString(),
                        "io/tenth/cli/" + type + ".class");
        assertThat(packed).isZero();
    }
}
