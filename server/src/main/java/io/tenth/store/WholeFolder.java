package io.tenth.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Makes a folder that is there whole or not at all: filled beside its place under another name, and moved when done.
 *
 * <p>What an interrupted attempt left behind is removed by the next one; a folder of the final name is never touched.
 */
final class WholeFolder {
    private static final Logger log = LoggerFactory.getLogger(WholeFolder.class);
    private static final String UNFINISHED = ".unfinished-";

    /** Puts everything that belongs into the new folder. */
    interface Filling {
        void into(Path folder) throws IOException;
    }

    private WholeFolder() {}

    static void make(Path folder, Filling filling) throws IOException {
        Path parent = Files.createDirectories(folder.getParent());
        String prefix = folder.getFileName() + UNFINISHED;
        removeLeftovers(parent, prefix);
        Path unfinished = Files.createTempDirectory(parent, prefix);
        filling.into(unfinished);
        // Without it a power failure can keep the new name and lose what the files hold.
        Command.succeeds(List.of("sync"));
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void removeLeftovers(Path parent, String prefix) throws IOException {
        List<Path> leftovers;
        try (var children = Files.list(parent)) {
            leftovers = children.filter(child -> child.getFileName().toString().startsWith(prefix))
                    .toList();
        }
        leftovers.forEach(WholeFolder::remove);
    }

    /** A program that still writes into the leftover can keep it alive; then the next start removes it. */
    private static void remove(Path leftover) {
        try {
            FileSystemUtils.deleteRecursively(leftover);
        } catch (IOException stillInUse) {
            log.warn("Could not remove the unfinished folder {}", leftover, stillInUse);
        }
    }
}
