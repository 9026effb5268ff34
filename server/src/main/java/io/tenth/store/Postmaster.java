package io.tenth.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The running server process, tied to this one: it ends when this one ends, even by {@code kill -9}.
 *
 * <p>Between the two stands a small shell that reads a pipe from here. The operating system closes the pipe when this
 * process is gone, and the shell then asks PostgreSQL for a fast shutdown. It has a session of its own, so that Ctrl-C
 * reaches only us and we decide what ends first; macOS has no {@code setsid}, but Perl.
 */
final class Postmaster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<List<String>> OWN_SESSION =
            List.of(List.of("setsid"), List.of("perl", "-MPOSIX", "-e", "setsid; exec @ARGV"));
    private static final String SUPERVISOR = """
            trap '' HUP INT TERM
            exec 3<&0
            "$@" 3<&- </dev/null &
            postmaster=$!
            { read -r closed <&3; kill -INT "$postmaster"; } &
            watcher=$!
            exec 3<&-
            wait "$postmaster"
            status=$?
            kill -KILL "$watcher" 2>/dev/null
            exit "$status"
            """;

    private final Process supervisor;

    private Postmaster(Process supervisor) {
        this.supervisor = supervisor;
    }

    static Postmaster start(List<String> command, Map<String, String> environment, Path log) throws IOException {
        var shell = List.of("sh", "-c", SUPERVISOR, "sh");
        var builder = Command.logged(Command.joined(ownSession(), Command.joined(shell, command)), log);
        builder.environment().putAll(environment);
        return new Postmaster(builder.start());
    }

    private static List<String> ownSession() {
        return OWN_SESSION.stream()
                .filter(prefix -> Command.succeeds(Command.joined(prefix, List.of("true"))))
                .findFirst()
                .orElse(List.of());
    }

    void awaitEnd() {
        supervisor.onExit().join();
    }

    /** Waits for its end, but not longer than told. */
    boolean endsWithin(Duration time) throws IOException {
        try {
            return supervisor.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            throw Command.interrupted();
        }
    }

    /** Stops the server; what does not stop in time is killed, and recovers from its log at the next start. */
    @Override
    public void close() throws IOException {
        supervisor.getOutputStream().close();
        if (!endsWithin(PATIENCE)) {
            supervisor.descendants().forEach(ProcessHandle::destroyForcibly);
        }
    }
}
