package io.tenth.mail.folder;

import io.tenth.mail.MailLimits;
import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailServiceException.CursorExpired;
import io.tenth.mail.MailServiceException.Unavailable;
import io.tenth.mail.MailSession;
import io.tenth.mail.file.FolderIndex;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A folder while it is read. It is looked through when a listing begins, and its pages are of that moment. Its cursor is the
 * newest change that was seen; what changed in that very moment is listed again, since a file system's clock has coarse ticks.
 */
final class FolderSession implements MailSession {

    private static final int PAGE = 1_000;

    private final Path folder;
    private final MailLimits limits;
    private final Map<String, FolderIndex.Entry> byKey = new HashMap<>();
    private @Nullable FolderIndex index;
    private int calls;

    FolderSession(Path folder, MailLimits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    /** A day earlier: a file is as old as its last change, and who saved it has set its clock. */
    @Override
    public Listing sentSince(Instant since, @Nullable String page) throws MailServiceException {
        var from = since.minus(Duration.ofDays(1));
        return listed(page, from, entry -> !entry.sentAt().isBefore(from));
    }

    @Override
    public Listing addedAfter(String cursor, @Nullable String page) throws MailServiceException {
        var after = timeOf(cursor);
        return listed(page, after, entry -> true);
    }

    @Override
    public List<Fetched> fetch(List<Reference> references) throws MailServiceException {
        calls++;
        if (index == null) {
            look(Instant.EPOCH);
        }
        var fetched = new ArrayList<Fetched>();
        for (var bytes = 0L; fetched.size() < references.size() && bytes < BYTES_AT_ONCE; ) {
            fetched.add(fetched(references.get(fetched.size())));
            bytes += fetched.getLast().bytes();
        }
        return fetched;
    }

    @Override
    public int fetchSize() {
        return 10;
    }

    @Override
    public int calls() {
        return calls;
    }

    @Override
    public void close() {
        byKey.clear();
    }

    private Listing listed(@Nullable String page, Instant since, Predicate<FolderIndex.Entry> wanted)
            throws MailServiceException {
        var looked = page == null || index == null ? look(since) : index;
        var found = looked.entries().stream().filter(wanted).toList();
        var from = page == null ? 0 : placeOf(page);
        var to = Math.min(found.size(), from + PAGE);
        return new Listing(
                found.subList(Math.min(from, to), to).stream()
                        .map(entry -> new Reference(entry.key()))
                        .toList(),
                to < found.size() ? Integer.toString(to) : null,
                looked.newestChange().toString());
    }

    private FolderIndex look(Instant since) throws MailServiceException {
        calls++;
        try {
            var looked = FolderIndex.of(folder, since, limits);
            byKey.clear();
            looked.entries().forEach(entry -> byKey.putIfAbsent(entry.key(), entry));
            index = looked;
            return looked;
        } catch (IOException unreadable) {
            throw new Unavailable("The folder cannot be read.", unreadable);
        }
    }

    private Fetched fetched(Reference reference) {
        var entry = byKey.get(reference.key());
        if (entry == null) {
            return new Fetched.Gone(reference);
        }
        try {
            return FolderIndex.read(entry, limits)
                    .<Fetched>map(content -> new Fetched.Raw(reference, content, Optional.of(entry.sentAt())))
                    .orElseGet(() -> new Fetched.Refused(
                            reference, "It is larger than " + (limits.rawBytes() >> 20) + " MB.", true));
        } catch (NoSuchFileException gone) {
            return new Fetched.Gone(reference);
        } catch (IOException unreadable) {
            return new Fetched.Refused(reference, "Its file cannot be read.", false);
        }
    }

    private static Instant timeOf(String cursor) throws CursorExpired {
        try {
            return Instant.parse(cursor);
        } catch (DateTimeParseException notOurs) {
            throw new CursorExpired();
        }
    }

    private static int placeOf(String page) throws CursorExpired {
        try {
            return Math.max(0, Integer.parseInt(page));
        } catch (NumberFormatException notOurs) {
            throw new CursorExpired();
        }
    }
}
