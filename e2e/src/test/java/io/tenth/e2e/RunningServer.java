package io.tenth.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The product in a process of its own, started as {@code ./tenth serve} starts it. Its port is any that is free.
 *
 * @param address of its pages
 * @param firstLink with which the administrator's account is made; empty when there is one
 */
record RunningServer(Process process, String address, String firstLink) implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Ready at (http://\\S+)");
    private static final Pattern LINK = Pattern.compile("(http://\\S+/join#\\S+)");
    private static final long LONGEST_END_SECONDS = 60;

    static RunningServer start(Path home) throws IOException {
        return start(home, Map.of());
    }

    /** With settings beside the usual ones. */
    static RunningServer start(Path home, Map<String, String> settings) throws IOException {
        var builder = tenth("serve");
        builder.environment().put("TENTH_HOME", home.toString());
        builder.environment().put("API_PORT", "0");
        // A test that waits for something looks more often than a person may.
        builder.environment().put("RATE_LIMIT_READ", "off");
        builder.environment().putAll(settings);
        builder.directory(home.toFile());
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(home.resolve("server.log").toFile()));
        var process = builder.start();
        return started(process, process.errorReader());
    }

    /** A command of the product, to be started in a process of its own. */
    static ProcessBuilder tenth(String... command) {
        var app = Path.of(System.getProperty("tenth.app"));
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                app.resolve("*") + ":" + app.resolve("lib/*"),
                "io.tenth.cli.Main"));
        line.addAll(List.of(command));
        return new ProcessBuilder(line);
    }

    /** The link, where there is one, is said before the address. */
    private static RunningServer started(Process process, BufferedReader said) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            lines.add(line);
            var ready = READY.matcher(line);
            if (ready.find()) {
                var link = LINK.matcher(String.join("\n", lines));
                return new RunningServer(process, ready.group(1), link.find() ? link.group(1) : "");
            }
        }
        throw new IllegalStateException("the server ended before it was ready: " + lines);
    }

    /** Ends it as a power cut does: nothing is finished, nothing is said. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Sends it a signal of the operating system, such as STOP. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        process.onExit().orTimeout(LONGEST_END_SECONDS, TimeUnit.SECONDS).join();
    }
}
