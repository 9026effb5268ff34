package io.tenth.mail.file;

import io.tenth.mail.MailLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The messages of a folder, by keys that last: for one who looks into it again and again and comes back for single messages.
 *
 * <p>A message of an mbox file is known by its content, so that it stays the same where others are added or taken away before
 * it; a message in a file of its own by its path, size and age, and in a Maildir without the flags and the folder that change
 * when it is read. Links are not followed. Only places are held in memory, and a file that was not touched since the time asked
 * for is not opened.
 */
public final class FolderIndex {

    private static final int KEY_BYTES = 16;
    private static final long WHOLE = -1;

    private final MailLimits limits;
    private final Path folder;
    private final Instant since;
    private final List<Entry> entries = new ArrayList<>();
    private Instant newestChange = Instant.EPOCH;

    /**
     * A message.
     *
     * @param sentAt the date of its From_ line, else the age of its file
     */
    public record Entry(String key, Path file, long offset, Instant sentAt) {}

    private FolderIndex(Path folder, Instant since, MailLimits limits) {
        this.folder = folder;
        this.since = since;
        this.limits = limits;
    }

    /**
     * Looks through a folder. Fails when it is none, and for no file in it.
     *
     * @param since leaves out files that were not touched since
     */
    public static FolderIndex of(Path folder, Instant since, MailLimits limits) throws IOException {
        FolderIndex index = new FolderIndex(folder, since, limits);
        for (FolderListing.Item item : FolderListing.of(folder)) {
            index.add(item);
        }
        index.entries.sort(Comparator.comparing(Entry::sentAt)
                .thenComparingLong(Entry::offset)
                .reversed());
        return index;
    }

    /** The newest first. */
    public List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** When the latest of all files came here or was touched, those that were left out among them. */
    public Instant newestChange() {
        return newestChange;
    }

    /**
     * Reads a message.
     *
     * @return empty when it is larger than the limit
     * @throws NoSuchFileException when it is gone, or its file holds something else in its place
     */
    public static Optional<byte[]> read(Entry entry, MailLimits limits) throws IOException {
        MessageBytes message = new MessageBytes(limits.rawBytes());
        if (entry.offset() == WHOLE) {
            try (InputStream in = Files.newInputStream(entry.file(), LinkOption.NOFOLLOW_LINKS)) {
                in.transferTo(message);
            }
            return message.isOverLimit() ? Optional.empty() : Optional.of(message.toByteArray());
        }
        try (SeekableByteChannel file = Files.newByteChannel(entry.file(), LinkOption.NOFOLLOW_LINKS)) {
            file.position(entry.offset());
            MboxSource mbox = new MboxSource(Channels.newInputStream(file), "", OptionalLong.empty(), 0, limits);
            DigestOutputStream digested = new DigestOutputStream(message, sha256());
            mbox.copyNext(digested);
            if (!entry.key().equals(key(digested))) {
                throw new NoSuchFileException("the file was written anew");
            }
            return message.isOverLimit() ? Optional.empty() : Optional.of(message.withoutClosingLine());
        }
    }

    private void add(FolderListing.Item item) {
        try {
            BasicFileAttributes file =
                    Files.readAttributes(item.path(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Instant modified = file.lastModifiedTime().toInstant();
            Instant changed = changed(item.path(), modified);
            newestChange = changed.isAfter(newestChange) ? changed : newestChange;
            if (!file.isRegularFile() || changed.isBefore(since)) {
                return;
            }
            if (isMbox(item.path())) {
                addMbox(item.path(), modified);
            } else if (item.isMail()) {
                entries.add(new Entry(keyOf(item.path(), file), item.path(), WHOLE, modified));
            }
        } catch (IOException unreadable) {
            // It is gone meanwhile, or may not be read: it is not there for us.
        }
    }

    private void addMbox(Path path, Instant modified) throws IOException {
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            MboxSource mbox = new MboxSource(in, "", OptionalLong.empty(), 0, limits);
            while (true) {
                DigestOutputStream digested = new DigestOutputStream(OutputStream.nullOutputStream(), sha256());
                Optional<MboxSource.Envelope> envelope = mbox.copyNext(digested);
                if (envelope.isEmpty()) {
                    return;
                }
                Instant sentAt =
                        envelope.get().date().map(OffsetDateTime::toInstant).orElse(modified);
                entries.add(new Entry(key(digested), path, envelope.get().offset(), sentAt));
            }
        }
    }

    private static boolean isMbox(Path path) throws IOException {
        if (path.toString().toLowerCase(Locale.ROOT).endsWith(".eml")) {
            return false;
        }
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            String beginning = new String(in.readNBytes(MailFileKind.BYTES_NEEDED), StandardCharsets.ISO_8859_1);
            return MailFileKind.of(beginning) == MailFileKind.MBOX;
        }
    }

    private String keyOf(Path path, BasicFileAttributes file) {
        String place =
                folder.relativize(path).toString().replaceFirst("(?:^|/)(?:cur|new)/([^/]*?)(?::2,[A-Za-z]*)?$", "/$1");
        MessageDigest digest = sha256();
        digest.update((place + "|" + file.size() + "|" + file.lastModifiedTime().toMillis())
                .getBytes(StandardCharsets.UTF_8));
        return hex(digest);
    }

    /** A file that was moved here keeps its age, and may claim any; what the file system itself notes tells when that happened. */
    private static Instant changed(Path path, Instant modified) {
        try {
            Object noted = Files.getAttribute(path, "unix:ctime", LinkOption.NOFOLLOW_LINKS);
            return noted instanceof FileTime time ? time.toInstant() : modified;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException notNoted) {
            return modified;
        }
    }

    private static String key(DigestOutputStream digested) {
        return hex(digested.getMessageDigest());
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest(), 0, KEY_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
