package io.tenth.capture;

import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailSession;
import io.tenth.mail.RawMail;
import io.tenth.shared.Actor;
import io.tenth.shared.ScanId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What a connected mailbox has sent. It is listed page by page, newest first; what was seen before is passed over, and the rest is
 * fetched until the scan has read as many messages as it may. Where a cursor is given, only what was added after it is listed.
 *
 * <p>A scan that goes on after a crash lists again: what it has stored itself is neither read nor counted again.
 */
final class MailboxScanSource implements ScanSource {

    /** After so many that held nothing new, the worker sees how things stand. */
    private static final int MOST_PAGES = 10;

    private final MailSession session;
    private final Seen seen;
    private final Scan scan;
    private final Scan.Subject.Sent sent;
    private final Asked asked;
    private final Actor.Person person;
    private final Deque<MailSession.Reference> waiting = new ArrayDeque<>();
    private @Nullable String goesOnFrom;
    private @Nullable String page;
    private @Nullable String cursor;
    private final AtomicInteger leftOut;
    private int judged;
    private boolean listed;
    private boolean complete = true;
    private int position;
    private int messagesListed;
    private int passed;
    private int callsTold;

    /**
     * How it is to be read.
     *
     * @param goesOnFrom a cursor
     * @param atOnce the most messages that are fetched at once
     * @param words those that a message must have: others do not count
     */
    record Asked(Optional<String> goesOnFrom, int atOnce, SoughtWords words) {}

    /** Goes on where the scan stands. */
    MailboxScanSource(
            MailSession session, Seen seen, Scan scan, Scan.Subject.Sent sent, Asked asked, Actor.Person person) {
        this.session = session;
        this.seen = seen;
        this.scan = scan;
        this.sent = sent;
        this.asked = asked;
        this.goesOnFrom = asked.goesOnFrom().orElse(null);
        this.person = person;
        this.position = scan.position();
        this.judged = position;
        this.leftOut = new AtomicInteger(position - scan.counts().messages());
    }

    @Override
    public long weight() throws MailServiceException {
        listUntilSomeWait();
        return waiting.isEmpty() ? 0 : session.weight(ofNextFetch());
    }

    @Override
    public Optional<Batch> next() throws MailServiceException {
        listUntilSomeWait();
        var references = nextReferences();
        if (references.isEmpty() && passed == 0 && isAtEnd() && !mayBeTold()) {
            return Optional.empty();
        }
        var items = references.isEmpty() ? List.<Item>of() : items(fetched(references));
        return Optional.of(new Batch(items, reached()));
    }

    @Override
    public void leaveOut(int messages) {
        leftOut.addAndGet(messages);
    }

    /**
     * Whether messages may yet be left out, in place of which others are read. The last batch is analysed while the next one is asked
     * for: an empty one is given in between.
     */
    private boolean mayBeTold() {
        var may = judged < position && !asked.words().isEmpty() && !(listed && waiting.isEmpty());
        judged = position;
        return may;
    }

    private void listUntilSomeWait() throws MailServiceException {
        for (var pages = 0; waiting.isEmpty() && !isAtEnd() && pages < MOST_PAGES; pages++) {
            list();
        }
    }

    @Override
    public Optional<String> cursor() {
        return listed && complete && waiting.isEmpty() && sent.automatic()
                ? Optional.ofNullable(cursor)
                : Optional.empty();
    }

    @Override
    public void close() {
        session.close();
    }

    /** Whether nothing is read after what waits. */
    private boolean isAtEnd() {
        return listed || left() <= 0;
    }

    private int left() {
        return sent.most() - position + leftOut.get();
    }

    private void list() throws MailServiceException {
        var listing = listing();
        page = listing.next();
        listed = page == null;
        cursor = listing.cursor() == null ? cursor : listing.cursor();
        var byKey = new HashMap<String, MailSession.Reference>();
        listing.references().forEach(reference -> byKey.put(reference.key(), reference));
        var known = seen.tried(List.copyOf(byKey.keySet()), scan, person);
        for (var reference : listing.references()) {
            if (byKey.remove(reference.key()) != null) {
                sort(reference, known);
            }
        }
    }

    private MailSession.Listing listing() throws MailServiceException {
        if (goesOnFrom == null) {
            return session.sentSince(sent.since(), asked.words().words(), page);
        }
        try {
            return session.addedAfter(goesOnFrom, page);
        } catch (MailServiceException.CursorExpired expired) {
            goesOnFrom = null;
            page = null;
            return session.sentSince(sent.since(), asked.words().words(), null);
        }
    }

    private void sort(MailSession.Reference reference, Map<String, ScanId> known) {
        var readBy = known.get(reference.key());
        messagesListed++;
        if (readBy == null || (sent.anew() && !readBy.equals(scan.id()))) {
            waiting.add(reference);
        } else if (!readBy.equals(scan.id())) {
            passed++;
        }
    }

    private List<MailSession.Reference> nextReferences() {
        var references = ofNextFetch();
        references.forEach(reference -> waiting.remove());
        return references;
    }

    private List<MailSession.Reference> ofNextFetch() {
        var most = Math.min(Math.min(session.fetchSize(), asked.atOnce()), left());
        return waiting.stream().limit(Math.max(0, most)).toList();
    }

    /** What is too much for once waits for the next batch. */
    private List<MailSession.Fetched> fetched(List<MailSession.Reference> asked) throws MailServiceException {
        var fetched = session.fetch(asked);
        asked.subList(fetched.size(), asked.size()).reversed().forEach(waiting::addFirst);
        return fetched;
    }

    private List<Item> items(List<MailSession.Fetched> fetched) {
        var items = new ArrayList<Item>();
        for (var one : fetched) {
            mail(one, position).ifPresent(mail -> {
                items.add(new Item(
                        isPassing(one)
                                ? Optional.empty()
                                : Optional.of(one.reference().key()),
                        mail));
                position++;
            });
            complete &= !isPassing(one);
        }
        return items;
    }

    /** What may be had later is not remembered, and no cursor leads past it. */
    private static boolean isPassing(MailSession.Fetched fetched) {
        return fetched instanceof MailSession.Fetched.Refused refused && !refused.lasting();
    }

    private static Optional<RawMail> mail(MailSession.Fetched fetched, int position) {
        var location = "message " + fetched.reference().key();
        return switch (fetched) {
            case MailSession.Fetched.Raw raw ->
                Optional.of(new RawMail.Whole(
                        position,
                        location,
                        raw.content(),
                        raw.sentAt()
                                .map(sentAt -> sentAt.atOffset(ZoneOffset.UTC))
                                .orElse(null)));
            case MailSession.Fetched.Refused refused ->
                Optional.of(new RawMail.Refused(position, location, refused.reason()));
            case MailSession.Fetched.Gone gone -> Optional.empty();
        };
    }

    private ScanProgress.Reached reached() {
        var calls = session.calls();
        var reached = new ScanProgress.Reached(position, 0, passed, messagesListed, calls - callsTold);
        callsTold = calls;
        passed = 0;
        return reached;
    }
}
