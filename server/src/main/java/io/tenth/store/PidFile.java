package io.tenth.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What {@code postmaster.pid} tells about the server that ran before.
 *
 * <p>The file is left to PostgreSQL, which also looks whether orphaned workers still use the shared memory it names. But
 * PostgreSQL takes any living process of that number for its predecessor: one that got the number later, or a zombie.
 */
final class PidFile {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path file;
    private final Path binaries;

    PidFile(Home home) {
        this.file = home.data().resolve("postmaster.pid");
        this.binaries = home.binaries();
    }

    /** Waits until the server of an earlier start is gone; whoever holds the lock of the home may ask it to stop. */
    void awaitEnd() throws IOException {
        var predecessor = recorded().flatMap(this::ours);
        if (predecessor.isEmpty()) {
            return;
        }
        predecessor.get().destroy();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (isOurs(predecessor.get())) {
            if (System.nanoTime() > deadline) {
                throw new StartRefusedException(
                        "An earlier PostgreSQL (process " + predecessor.get().pid() + ") still uses " + file.getParent()
                                + " and does not stop: end it, then start again.");
            }
            pause(predecessor.get());
        }
    }

    /** What PostgreSQL must be told so that it does not take a process for its predecessor that is none. */
    Map<String, String> environment() throws IOException {
        var pid = recorded();
        if (pid.isEmpty() || ours(pid.get()).isPresent()) {
            return Map.of();
        }
        return Map.of("PG_GRANDPARENT_PID", pid.get().toString());
    }

    /** The file can vanish at any moment: a server that ends removes it. */
    private Optional<Long> recorded() throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().filter(line -> line.matches("\\d{1,18}")).map(Long::valueOf);
        } catch (NoSuchFileException noServer) {
            return Optional.empty();
        }
    }

    private Optional<ProcessHandle> ours(long pid) {
        return ProcessHandle.of(pid).filter(this::isOurs);
    }

    /** A zombie has no program any more, and a process that got the number later has another one. */
    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .command()
                .filter(program -> Path.of(program).startsWith(binaries))
                .isPresent();
    }

    private static void pause(ProcessHandle process) throws IOException {
        try {
            process.onExit().get(50, TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillThere) {
            return;
        } catch (ExecutionException failed) {
            throw new IOException(failed);
        } catch (InterruptedException stopped) {
            throw Command.interrupted();
        }
    }
}
