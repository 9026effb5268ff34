package io.tenth.mail.file;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The files of a folder that may hold mail, in the order of their paths, so that positions are the same at every reading.
 *
 * <p>Of a Maildir only {@code cur}, {@code new} and the Maildirs within it count, not its indexes and not {@code tmp}.
 * Elsewhere hidden files and folders are left out. Links to folders are not followed: they could lead in a circle.
 * Only names are held in memory.
 */
final class FolderListing extends SimpleFileVisitor<Path> {

    /**
     * A file that was found.
     *
     * @param isMail whether it claims to be mail by its name or place, so that it is reported when it is none
     */
    record Item(Path path, boolean isMail) {}

    private final Path root;
    private final List<Item> items = new ArrayList<>();
    private final Set<Path> maildirs = new HashSet<>();

    private FolderListing(Path root) {
        this.root = root;
    }

    static List<Item> of(Path folder) throws IOException {
        FolderListing listing = new FolderListing(folder);
        Files.walkFileTree(folder, listing);
        listing.items.sort(Comparator.comparing(item -> item.path().toString()));
        return listing.items;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        boolean maildir = Files.isDirectory(folder.resolve("cur")) && Files.isDirectory(folder.resolve("new"));
        if (maildir) {
            maildirs.add(folder);
        }
        return maildir || folder.equals(root) || isOfInterest(folder)
                ? FileVisitResult.CONTINUE
                : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        boolean indexOfMaildir = maildirs.contains(file.getParent());
        if (!indexOfMaildir && !isHidden(file) && Files.isRegularFile(file)) {
            items.add(new Item(file, isInMaildir(file) || MailFileKind.isNamedAsMail(nameOf(file))));
        }
        return FileVisitResult.CONTINUE;
    }

    /** A folder or file that cannot be looked at is kept: opening it will say why. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        items.add(new Item(file, true));
        return FileVisitResult.CONTINUE;
    }

    private boolean isOfInterest(Path folder) {
        return maildirs.contains(folder.getParent())
                ? nameOf(folder).equals("cur") || nameOf(folder).equals("new")
                : !isHidden(folder);
    }

    private boolean isInMaildir(Path file) {
        Path folder = file.getParent();
        return folder != null && maildirs.contains(folder.getParent());
    }

    private static boolean isHidden(Path path) {
        return nameOf(path).startsWith(".");
    }

    private static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }
}
