package io.tenth.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a home folder to one running server; the operating system frees it when the process ends, however it ends.
 *
 * <p>Such a lock belongs to the process, and closing any other channel to the file would free it. So a second attempt
 * of the same process is refused before it opens the file.
 */
final class HomeLock implements AutoCloseable {
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private HomeLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static HomeLock acquire(Home home) throws IOException {
        Path file = home.lock();
        if (!HELD_HERE.add(file)) {
            throw new HomeInUseException(home, ownPid());
        }
        try {
            return lock(home, file);
        } catch (IOException | RuntimeException refused) {
            HELD_HERE.remove(file);
            throw refused;
        }
    }

    private static HomeLock lock(Home home, Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new HomeInUseException(home, Files.readString(file));
        }
        channel.truncate(0).write(ByteBuffer.wrap(ownPid().getBytes(StandardCharsets.US_ASCII)));
        return new HomeLock(file, channel);
    }

    private static String ownPid() {
        return Long.toString(ProcessHandle.current().pid());
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            HELD_HERE.remove(file);
        }
    }
}
