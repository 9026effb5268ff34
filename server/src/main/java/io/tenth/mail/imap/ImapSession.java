package io.tenth.mail.imap;

import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailServiceException.CursorExpired;
import io.tenth.mail.MailServiceException.Impossible;
import io.tenth.mail.MailServiceException.Unavailable;
import io.tenth.mail.MailSession;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;
import org.jspecify.annotations.Nullable;

/**
 * The folder of sent mail of one IMAP account.
 *
 * <p>It is listed from its newest message down, a window of places at a time, since places are dense where UIDs are not. A
 * message that is deleted meanwhile moves the places above it down, so that a message may be listed twice and none is left out.
 */
final class ImapSession implements MailSession {

    private static final int WINDOWS_A_PAGE = 20;
    private static final int REFERENCES_A_PAGE = 1_000;
    private static final int MOST_RECONNECTIONS = 2;
    private static final DateTimeFormatter SEARCH_DATE = DateTimeFormatter.ofPattern("d-MMM-yyyy", Locale.ENGLISH);

    private final Opener opener;
    private final ImapLimits limits;
    private final String name;
    private ImapConnection connection;
    private String folder;
    private int earlierCalls;
    private @Nullable ImapFetch weighed;

    /** Signs in to the same account again. */
    @FunctionalInterface
    interface Opener {
        ImapConnection open() throws MailServiceException, GarbledException;
    }

    /** Opens the folder of sent mail of a connection that was just made. */
    ImapSession(ImapConnection connection, Opener opener, ImapLimits limits)
            throws MailServiceException, GarbledException {
        this.connection = connection;
        this.opener = opener;
        this.limits = limits;
        name = SentFolder.among(connection.folders())
                .orElseThrow(
                        () -> new Impossible(
                                "The mailbox has no folder of sent mail that could be recognised. Send one message from it first."));
        folder = ListingPlace.folderOf(name, opened());
    }

    @Override
    public Listing sentSince(Instant since, @Nullable String page) throws MailServiceException {
        return understood(limits.operation(), () -> {
            var place = begin(page);
            // A day earlier: the server compares days, in a zone of its own.
            var day = since.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC);
            return listed(place, "SINCE " + SEARCH_DATE.format(day), false).listing();
        });
    }

    @Override
    public Listing addedAfter(String cursor, @Nullable String page) throws MailServiceException {
        return understood(limits.operation(), () -> {
            var known = ListingPlace.of(cursor);
            var place = begin(page);
            if (!known.folder().equals(place.folder())) {
                throw new CursorExpired();
            }
            var unchanged = known.changes() > 0 && known.changes() == place.changes();
            return unchanged || place.last() <= known.last()
                    ? new Listing(List.of(), null, place.cursor())
                    : listed(place, "UID " + (known.last() + 1) + ":*", true)
                            .after(known.last())
                            .listing();
        });
    }

    /** The sizes that it asks for are not asked for again when these are fetched next. */
    @Override
    public long weight(List<Reference> references) throws MailServiceException {
        var fetch = new ImapFetch(references, folder, limits);
        var bytes = understood(limits.operation(), () -> fetch.weight(connection));
        weighed = fetch;
        return bytes;
    }

    @Override
    public List<Fetched> fetch(List<Reference> references) throws MailServiceException {
        var left = MOST_RECONNECTIONS;
        var before = weighed;
        weighed = null;
        var fetch =
                before != null && before.isOf(references, folder) ? before : new ImapFetch(references, folder, limits);
        while (true) {
            try {
                connection.begin(limits.operation());
                return fetch.on(connection);
            } catch (GarbledException garbled) {
                if (left-- == 0) {
                    throw unreadable();
                }
                reconnect();
            }
        }
    }

    @Override
    public int fetchSize() {
        return 10;
    }

    @Override
    public int calls() {
        return earlierCalls + connection.calls();
    }

    @Override
    public void close() {
        connection.close();
    }

    /** Where a page begins; the first one looks at the folder as it is now. */
    private ListingPlace begin(@Nullable String page) throws MailServiceException, GarbledException {
        if (page == null) {
            var info = opened();
            var place = ListingPlace.beginning(name, info);
            folder = place.folder();
            return place;
        }
        var place = ListingPlace.of(page);
        if (!place.folder().equals(folder)) {
            throw new CursorExpired();
        }
        return place.below(Math.min(place.below(), connection.exists()));
    }

    /**
     * A page of a listing.
     *
     * @param byUid whether the search is for the highest UIDs, so that it is over at the first window that has others too
     */
    private Page listed(ListingPlace place, String criteria, boolean byUid)
            throws MailServiceException, GarbledException {
        var found = new ArrayList<Long>();
        var below = place.below();
        for (var window = 0; window < WINDOWS_A_PAGE && below > 0 && found.size() < REFERENCES_A_PAGE; window++) {
            var from = Math.max(1, below - limits.window() + 1);
            var uids = connection.search(from + ":" + below + " " + criteria);
            Arrays.stream(uids)
                    .boxed()
                    .sorted(Comparator.reverseOrder())
                    .distinct()
                    .forEach(found::add);
            below = byUid && uids.length < below - from + 1 ? 0 : from - 1;
        }
        return new Page(found, place.below(below));
    }

    /** What a page of the folder holds. */
    private record Page(List<Long> uids, ListingPlace place) {

        /** Without the folder's last message, which a search for later ones finds where there are none. */
        Page after(long last) {
            return new Page(uids.stream().filter(uid -> uid > last).toList(), place);
        }

        Listing listing() {
            return new Listing(
                    uids.stream()
                            .map(uid -> new Uid(place.folder(), uid).reference())
                            .toList(),
                    place.page(),
                    place.cursor());
        }
    }

    private MailboxInfo opened() throws MailServiceException, GarbledException {
        var info = connection.examine(name);
        if (info.uidvalidity <= 0 || info.uidnext <= 0) {
            throw new Impossible("The mail server does not number its messages lastingly (UIDVALIDITY, UIDNEXT).");
        }
        return info;
    }

    private void reconnect() throws MailServiceException {
        earlierCalls += connection.calls();
        connection.close();
        try {
            connection = opener.open();
            if (!ListingPlace.folderOf(name, opened()).equals(folder)) {
                throw new CursorExpired();
            }
        } catch (GarbledException garbled) {
            throw unreadable();
        }
    }

    /** Something asked of the server. */
    @FunctionalInterface
    private interface Question<T> {
        T answer() throws MailServiceException, GarbledException;
    }

    private <T> T understood(Duration time, Question<T> question) throws MailServiceException {
        try {
            connection.begin(time);
            return question.answer();
        } catch (GarbledException garbled) {
            throw unreadable();
        }
    }

    static Unavailable unreadable() {
        return new Unavailable("The mail server falls silent, or answers in a way that cannot be read.");
    }
}
