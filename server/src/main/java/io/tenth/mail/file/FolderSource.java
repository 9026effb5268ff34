package io.tenth.mail.file;

import io.tenth.mail.MailReading;
import io.tenth.mail.MailSource;
import io.tenth.mail.RawMail;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The mail of several files, one after the other. A file that fails is reported and the next one opened. */
final class FolderSource implements MailSource {

    private final List<FolderListing.Item> files;
    private final MailFiles opener;
    private int nextFile;
    private int position;
    private long bytesOfFormerFiles;
    private @Nullable MailSource current;

    FolderSource(List<FolderListing.Item> files, MailFiles opener) {
        this.files = files;
        this.opener = opener;
    }

    @Override
    public Optional<MailReading> next() throws IOException {
        return take().map(opener::read);
    }

    @Override
    public Optional<RawMail> take() throws IOException {
        for (MailSource source = source(); source != null; source = source()) {
            Optional<RawMail> taken = takenOf(source);
            if (taken.isPresent()) {
                position++;
                return taken;
            }
            leave();
        }
        return Optional.empty();
    }

    @Override
    public int skip(int messages) throws IOException {
        int skipped = 0;
        for (MailSource source = source(); source != null && skipped < messages; source = source()) {
            int inThisFile = source.skip(messages - skipped);
            skipped += inThisFile;
            position += inThisFile;
            if (skipped < messages) {
                leave();
            }
        }
        return skipped;
    }

    @Override
    public long bytesRead() {
        return bytesOfFormerFiles + (current == null ? 0 : current.bytesRead());
    }

    @Override
    public OptionalLong totalBytes() {
        return OptionalLong.of(files.stream().mapToLong(FolderSource::sizeOf).sum());
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
        }
    }

    /** The source being read; opens the next file when there is none, null when all are read. */
    private @Nullable MailSource source() {
        while (current == null && nextFile < files.size()) {
            current = opened(files.get(nextFile)).orElse(null);
            nextFile++;
        }
        return current;
    }

    private Optional<MailSource> opened(FolderListing.Item file) {
        try {
            return opener.open(file, position);
        } catch (IOException e) {
            return Optional.of(FixedSource.refusing(position, file.path().toString(), reason(e)));
        }
    }

    private Optional<RawMail> takenOf(MailSource source) throws IOException {
        try {
            return source.take();
        } catch (IOException e) {
            String file = files.get(nextFile - 1).path().toString();
            source.close();
            current = FixedSource.empty();
            return Optional.of(new RawMail.Refused(position, file, reason(e)));
        }
    }

    private void leave() throws IOException {
        if (current != null) {
            bytesOfFormerFiles += current.bytesRead();
            current.close();
            current = null;
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException ignored -> "It may not be read by this user.";
            case NoSuchFileException ignored -> "It is gone.";
            default -> "Reading it failed (" + failure.getClass().getSimpleName() + ").";
        };
    }

    private static long sizeOf(FolderListing.Item file) {
        try {
            return Files.size(file.path());
        } catch (IOException e) {
            return 0;
        }
    }
}
