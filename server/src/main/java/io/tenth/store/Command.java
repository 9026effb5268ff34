package io.tenth.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs programs of the operating system, with an environment that holds none of the server's settings and secrets. */
final class Command {
    private Command() {}

    static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** A program to start; what it writes goes to the log file. */
    static ProcessBuilder logged(List<String> command, Path log) {
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
        builder.environment().put("LC_ALL", "C");
        return builder.redirectErrorStream(true).redirectOutput(log.toFile());
    }

    /** Runs it to its end; false also when there is no such program. */
    static boolean succeeds(List<String> command) {
        try {
            return exitStatus(logged(command, Path.of("/dev/null")).start()) == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    static int exitStatus(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            throw interrupted();
        }
    }

    static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("Interrupted while waiting for a process");
    }
}
