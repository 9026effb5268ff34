package io.tenth.mail.imap;

import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailSession;
import io.tenth.mail.MailSession.Fetched;
import io.tenth.mail.MailSession.Reference;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;

/**
 * The fetching of some messages, that goes on over another connection where one breaks off. Sizes come first, so that nothing too
 * large is asked for, and no more than can be held; then the messages, several at once. Where a connection breaks off over several, they are asked for one by
 * one; the one over which it breaks off then is refused, and the others are read.
 */
final class ImapFetch {

    private final List<Reference> all;
    private List<Reference> references;
    private final String folder;
    private final ImapLimits limits;
    private final Map<Reference, Fetched> done = new HashMap<>();
    private final Map<Uid, Announced> announced = new HashMap<>();
    private final Deque<List<Uid>> portions = new ArrayDeque<>();
    private boolean asked;

    ImapFetch(List<Reference> references, String folder, ImapLimits limits) {
        this.all = List.copyOf(references);
        this.references = all;
        this.folder = folder;
        this.limits = limits;
    }

    /** What the server says of a message before it gives it out. */
    private record Announced(long size, Optional<Instant> date) {}

    boolean isOf(List<Reference> others, String otherFolder) {
        return all.equals(others) && folder.equals(otherFolder);
    }

    /** How many bytes those have that will be fetched, by the server's word. */
    long weight(ImapConnection connection) throws MailServiceException, GarbledException {
        announceOnce(connection);
        return portions.stream().flatMap(List::stream).mapToLong(this::sizeOf).sum();
    }

    List<Fetched> on(ImapConnection connection) throws MailServiceException, GarbledException {
        announceOnce(connection);
        while (!portions.isEmpty()) {
            fetch(portions.element(), connection);
            portions.remove();
        }
        return references.stream()
                .map(reference -> done.getOrDefault(reference, new Fetched.Gone(reference)))
                .toList();
    }

    private void announceOnce(ImapConnection connection) throws MailServiceException, GarbledException {
        if (!asked) {
            announce(connection);
            asked = true;
        }
    }

    private void announce(ImapConnection connection) throws MailServiceException, GarbledException {
        var uids = references.stream()
                .flatMap(reference -> Uid.of(reference).stream())
                .filter(uid -> uid.folder().equals(folder))
                .distinct()
                .toList();
        if (uids.isEmpty()) {
            return;
        }
        for (var answer : answers(connection, uids, "(UID RFC822.SIZE INTERNALDATE)", 0)) {
            var size = answer.getItem(RFC822SIZE.class);
            var date = answer.getItem(INTERNALDATE.class);
            if (size != null) {
                announced.put(uidOf(answer), new Announced(size.size, sentAt(date)));
            }
        }
        keepToWhatCanBeHeld();
    }

    private void keepToWhatCanBeHeld() {
        var portion = new LinkedHashSet<Uid>();
        var bytes = 0L;
        for (var number = 0; number < references.size(); number++) {
            var uid = Uid.of(references.get(number)).filter(announced::containsKey);
            var size = uid.map(this::sizeOf).orElse(0L);
            if (size > limits.messageBytes()) {
                refuse(uid.orElseThrow(), "It is larger than " + (limits.messageBytes() >> 20) + " MB.", true);
            } else if (!portion.isEmpty() && bytes + size > MailSession.BYTES_AT_ONCE) {
                references = references.subList(0, number);
            } else {
                uid.ifPresent(portion::add);
                bytes += size;
            }
        }
        if (!portion.isEmpty()) {
            portions.add(List.copyOf(portion));
        }
    }

    private void fetch(List<Uid> portion, ImapConnection connection) throws MailServiceException, GarbledException {
        var expected = portion.stream().mapToLong(this::sizeOf).sum();
        try {
            for (var answer : answers(connection, portion, "(UID BODY.PEEK[])", expected)) {
                keep(answer);
            }
            for (var uid : portion) {
                if (!done.containsKey(uid.reference()) && !isGone(uid, connection)) {
                    refuse(uid, "The mail server lists it and does not give it out.", false);
                }
            }
        } catch (GarbledException garbled) {
            portions.remove();
            if (portion.size() == 1) {
                refuse(portion.getFirst(), "The mail server breaks off while it gives it out.", false);
            } else {
                portion.reversed().forEach(uid -> portions.addFirst(List.of(uid)));
            }
            throw garbled;
        }
    }

    private void keep(FetchResponse answer) {
        var body = answer.getItem(BODY.class);
        var bytes = body == null ? null : body.getByteArray();
        if (bytes != null) {
            var uid = uidOf(answer);
            var raw = new Fetched.Raw(uid.reference(), bytes.getNewBytes(), dateOf(uid));
            done.putIfAbsent(uid.reference(), raw);
        }
    }

    private boolean isGone(Uid uid, ImapConnection connection) throws MailServiceException, GarbledException {
        return answers(connection, List.of(uid), "(UID)", 0).stream()
                .noneMatch(answer -> uidOf(answer).equals(uid));
    }

    private List<FetchResponse> answers(ImapConnection connection, List<Uid> uids, String items, long expected)
            throws MailServiceException, GarbledException {
        var set = uids.stream().map(uid -> Long.toString(uid.number())).collect(Collectors.joining(","));
        return Arrays.stream(connection.command("UID FETCH " + set + " " + items, expected))
                .filter(ImapFetch::isOfAMessage)
                .map(FetchResponse.class::cast)
                .toList();
    }

    private static boolean isOfAMessage(Response answer) {
        return answer instanceof FetchResponse fetched && fetched.getItem(UID.class) != null;
    }

    private Uid uidOf(FetchResponse answer) {
        return new Uid(folder, answer.getItem(UID.class).uid);
    }

    private long sizeOf(Uid uid) {
        var said = announced.get(uid);
        return said == null ? 0 : said.size();
    }

    private Optional<Instant> dateOf(Uid uid) {
        var said = announced.get(uid);
        return said == null ? Optional.empty() : said.date();
    }

    private void refuse(Uid uid, String reason, boolean lasting) {
        done.put(uid.reference(), new Fetched.Refused(uid.reference(), reason, lasting));
    }

    private static Optional<Instant> sentAt(INTERNALDATE date) {
        return Optional.ofNullable(date).map(INTERNALDATE::getDate).map(Date::toInstant);
    }
}
