import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Runs a command while nobody else who asks for the same lock runs theirs: {@code java Alone.java LOCK COMMAND...}. Whoever comes
 * second waits. The system takes the lock back when this process ends, however it ends, so that none is ever left behind; what a
 * shell can do by itself on every system leaves one.
 */
final class Alone {

    private Alone() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var file = Path.of(arguments[0]);
        var command = Arrays.asList(arguments).subList(1, arguments.length);
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = locked(channel)) {
            assert lock.isValid();
            System.exit(new ProcessBuilder(command).inheritIO().start().waitFor());
        }
    }

    private static FileLock locked(FileChannel channel) throws IOException {
        var free = channel.tryLock();
        if (free != null) {
            return free;
        }
        System.err.println("Waiting for another build of this folder …");
        return channel.lock();
    }
}
