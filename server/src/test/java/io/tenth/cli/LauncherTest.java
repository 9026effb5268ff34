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

    private Process start(String command) throws IOException {
        var builder = new ProcessBuilder(folder.resolve("tenth").toString(), command);
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
