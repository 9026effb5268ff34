package io.tenth.capture;

import io.tenth.mail.MailSource;
import io.tenth.mail.RawMail;
import io.tenth.shared.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An uploaded file. Its messages are named by the digest of their bytes, so that the same file again is only cut apart. What could
 * not be read is tried and told again: whoever uploads a file twice wants to know.
 */
final class FileScanSource implements ScanSource {

    private static final int BATCH = 500;
    private static final long MOST_BYTES = 4 << 20;
    private static final int MOST_PASSED = 5_000;

    private final MailSource mail;
    private final Seen seen;
    private final Scan scan;
    private final Actor.Person person;
    private int position;

    /** Goes on where the scan stands. */
    FileScanSource(MailSource mail, Seen seen, Scan scan, Actor.Person person) throws IOException {
        this.mail = mail;
        this.seen = seen;
        this.scan = scan;
        this.person = person;
        this.position = mail.skip(scan.position());
    }

    @Override
    public Optional<Batch> next() throws IOException {
        var passed = 0;
        for (var taken = taken(); !taken.isEmpty(); taken = taken()) {
            var fresh = unseen(taken);
            passed += taken.size() - fresh.size();
            position += taken.size();
            if (!fresh.isEmpty() || passed >= MOST_PASSED) {
                return Optional.of(batch(fresh, passed));
            }
        }
        return passed == 0 ? Optional.empty() : Optional.of(batch(List.of(), passed));
    }

    @Override
    public Optional<String> cursor() {
        return Optional.empty();
    }

    @Override
    public void close() {
        try {
            mail.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Batch batch(List<Item> fresh, int passed) {
        return new Batch(fresh, new ScanProgress.Reached(position, mail.bytesRead(), passed, 0, 0));
    }

    private List<Item> taken() throws IOException {
        var taken = new ArrayList<Item>();
        var bytes = 0L;
        var next = mail.take();
        while (next.isPresent()) {
            taken.add(item(next.get()));
            bytes += next.get().bytes();
            next = taken.size() < BATCH && bytes < MOST_BYTES ? mail.take() : Optional.empty();
        }
        return taken;
    }

    private List<Item> unseen(List<Item> taken) {
        var keys = taken.stream().flatMap(item -> item.key().stream()).toList();
        var known = seen.read(keys, scan.mailbox(), person);
        return taken.stream()
                .filter(item -> item.key().filter(known::containsKey).isEmpty())
                .toList();
    }

    private static Item item(RawMail mail) {
        return switch (mail) {
            case RawMail.Whole whole -> new Item(Optional.of("sha256:" + whole.digest()), whole);
            case RawMail.Refused refused -> new Item(Optional.empty(), refused);
        };
    }
}
