package io.tenth.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenth.mail.MailSession.Fetched;
import io.tenth.mail.MailSession.Listing;
import io.tenth.mail.MailSession.Reference;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every mail service does alike. A test of a service extends this and says how its mailbox is filled and broken. */
@Timeout(120)
public abstract class MailServiceContract {

    @SuppressWarnings("TimeInStaticInitializer") // one now for all the messages of a run
    protected static final Instant NOW = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);

    /** The mailbox of one test, as its owner, its provider and its administrator act on it. */
    public interface Stand {

        MailService service();

        Connection connection();

        /** Puts a message into the sent mail. */
        void send(String subject, Instant sentAt);

        /** Deletes the message for good. */
        void delete(String subject);

        /** Makes the service forget how far anybody has read. Returns false where it never does. */
        boolean forgetCursors();

        /** Makes the connection void. Returns false where it cannot become so. */
        boolean revoke();

        /** Makes the service refuse as too much whatever comes next. Returns false where it never does. */
        boolean throttle();

        /** Makes the service answer nothing sensible. */
        void breakDown();
    }

    protected abstract Stand stand();

    /** Whether a scan for words has what the service finds, and not what Tenth would find in all the mail. */
    protected boolean hasASearchOfItsOwn() {
        return false;
    }

    @Test
    void listsSentMailNewestFirst() throws MailServiceException {
        send("oldest", "middle", "newest");

        try (var session = open()) {
            assertThat(subjects(session, session.sentSince(NOW.minus(Duration.ofDays(30)), null)))
                    .containsExactly("newest", "middle", "oldest");
        }
    }

    @Test
    void leavesOutWhatWasSentLongBefore() throws MailServiceException {
        stand().send("old", NOW.minus(Duration.ofDays(40)));
        stand().send("new", NOW.minus(Duration.ofHours(5)));

        try (var session = open()) {
            assertThat(subjects(session, session.sentSince(NOW.minus(Duration.ofDays(10)), null)))
                    .containsExactly("new");
        }
    }

    /** Those in other words among them: whoever asked for the words looks for them afterwards, and finds them there. */
    @Test
    void leavesOutNothingThatHasTheWords() throws MailServiceException {
        Assumptions.assumeFalse(hasASearchOfItsOwn(), "what it finds is for the service to say");
        send("released", "Lease");

        try (var session = open()) {
            assertThat(session.sentSince(NOW.minus(Duration.ofDays(30)), List.of("lease"), null)
                            .references())
                    .hasSize(2);
        }
    }

    @Test
    void findsNothingInAnEmptyMailbox() throws MailServiceException {
        try (var session = open()) {
            assertThat(all(session.sentSince(NOW.minus(Duration.ofDays(10)), null), session))
                    .isEmpty();
        }
    }

    @Test
    void givesEveryMessageOnceOverAllPages() throws MailServiceException {
        var subjects =
                IntStream.range(0, 35).mapToObj(number -> "number " + number).toList();
        send(subjects.toArray(String[]::new));

        try (var session = open()) {
            assertThat(subjects(session, session.sentSince(NOW.minus(Duration.ofDays(30)), null)))
                    .containsExactlyElementsOf(subjects.reversed());
        }
    }

    @Test
    void fetchesInTheOrderAskedAndSaysWhatIsGone() throws MailServiceException {
        send("one", "two", "three");

        try (var session = open()) {
            var listed = all(session.sentSince(NOW.minus(Duration.ofDays(30)), null), session);
            stand().delete("two");
            var asked = List.of(listed.get(2), listed.get(1), listed.get(0), new Reference("1/4000000000"));

            var fetched = session.fetch(asked);

            assertThat(fetched).extracting(Fetched::reference).containsExactlyElementsOf(asked);
            assertThat(subject(fetched.get(0))).isEqualTo("one");
            assertThat(fetched.get(1)).isInstanceOf(Fetched.Gone.class);
            assertThat(subject(fetched.get(2))).isEqualTo("three");
            assertThat(fetched.get(3)).isInstanceOf(Fetched.Gone.class);
        }
    }

    @Test
    void saysHowMuchAFetchWillHoldBeforeItIsMade() throws MailServiceException {
        send("one", "two", "three");

        try (var session = open()) {
            var listed = all(session.sentSince(NOW.minus(Duration.ofDays(30)), null), session);
            var weight = session.weight(listed);
            var fetched = session.fetch(listed);

            assertThat(fetched).extracting(Fetched::reference).containsExactlyElementsOf(listed);
            assertThat(weight)
                    .isGreaterThanOrEqualTo(
                            fetched.stream().mapToLong(Fetched::bytes).sum());
        }
    }

    @Test
    void givesAMessageAsItWasSent() throws MailServiceException {
        stand().send("Prüfung der Übergabe", NOW.minus(Duration.ofHours(3)));

        try (var session = open()) {
            var reference = session.sentSince(NOW.minus(Duration.ofDays(2)), null)
                    .references()
                    .getFirst();
            var raw = (Fetched.Raw) session.fetch(List.of(reference)).getFirst();

            var message =
                    (MailReading.Readable) new MailParser(MailLimits.DEFAULT).parse(0, "here", raw.content(), null);
            assertThat(message.message().subject()).isEqualTo("Prüfung der Übergabe");
            assertThat(message.message().body()).contains("It took 1.5 hours, für Ängström.");
            assertThat(message.message().sentAt().toInstant()).isEqualTo(NOW.minus(Duration.ofHours(3)));
            assertThat(raw.sentAt()).isPresent();
        }
    }

    @Test
    void keepsTheKeysFromSessionToSession() throws MailServiceException {
        send("one", "two");
        List<Reference> before;
        try (var session = open()) {
            before = all(session.sentSince(NOW.minus(Duration.ofDays(30)), null), session);
        }

        try (var session = open()) {
            assertThat(session.fetch(before))
                    .extracting(MailServiceContract::subject)
                    .containsExactly("two", "one");
            assertThat(all(session.sentSince(NOW.minus(Duration.ofDays(30)), null), session))
                    .isEqualTo(before);
        }
    }

    @Test
    void followsWhatIsAddedAfterACursor() throws MailServiceException {
        send("before", "just before");
        var cursor = cursorNow();
        stand().send("after", NOW.minus(Duration.ofMinutes(2)));
        stand().send("later", NOW.minus(Duration.ofMinutes(1)));

        try (var session = open()) {
            var listing = session.addedAfter(cursor, null);
            assertThat(subjects(session, listing)).contains("after", "later");
            assertThat(subjects(session, session.addedAfter(lastCursor(listing, cursor, session), null)))
                    .doesNotContain("after");
        }
    }

    @Test
    void saysThatACursorHasExpired() throws MailServiceException {
        send("before");
        var cursor = cursorNow();
        Assumptions.assumeTrue(stand().forgetCursors(), "this service never forgets");

        try (var session = open()) {
            assertThatExceptionOfType(MailServiceException.CursorExpired.class)
                    .isThrownBy(() -> session.addedAfter(cursor, null));
        }
    }

    @Test
    void asksToBeConnectedAnewWhenItsGrantIsGone() {
        Assumptions.assumeTrue(stand().revoke(), "nobody grants anything here");

        assertThatExceptionOfType(MailServiceException.Reconnect.class).isThrownBy(this::use);
    }

    @Test
    void saysThatTooMuchWasAsked() {
        Assumptions.assumeTrue(stand().throttle(), "this service takes whatever is asked");

        assertThatExceptionOfType(MailServiceException.Throttled.class).isThrownBy(this::use);
    }

    @Test
    void saysThatItIsNotThereForNow() {
        stand().breakDown();

        assertThatExceptionOfType(MailServiceException.class)
                .isThrownBy(this::use)
                .isInstanceOf(MailServiceException.Unavailable.class);
    }

    protected final MailSession open() throws MailServiceException {
        return stand().service().open(stand().connection());
    }

    /** Sends messages, an hour between them, the last one an hour ago. */
    protected final void send(String... subjects) {
        for (var number = 0; number < subjects.length; number++) {
            stand().send(subjects[number], NOW.minus(Duration.ofHours(subjects.length - number)));
        }
    }

    protected static List<Reference> all(Listing first, MailSession session) throws MailServiceException {
        var references = new ArrayList<>(first.references());
        for (var next = first.next(); next != null; ) {
            var listing = session.sentSince(NOW.minus(Duration.ofDays(30)), next);
            references.addAll(listing.references());
            next = listing.next();
        }
        return references;
    }

    protected static List<String> subjects(MailSession session, Listing listing) throws MailServiceException {
        var subjects = new ArrayList<String>();
        var references = all(listing, session);
        for (var from = 0; from < references.size(); from += session.fetchSize()) {
            var batch = references.subList(from, Math.min(references.size(), from + session.fetchSize()));
            session.fetch(batch).forEach(fetched -> subjects.add(subject(fetched)));
        }
        return subjects;
    }

    protected static String subject(Fetched fetched) {
        return switch (fetched) {
            case Fetched.Raw raw ->
                new String(raw.content(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.startsWith("Subject: "))
                        .map(line -> line.substring("Subject: ".length()))
                        .findFirst()
                        .orElse("without a subject");
            case Fetched.Gone gone -> "gone";
            case Fetched.Refused refused -> "refused: " + refused.reason();
        };
    }

    private String cursorNow() throws MailServiceException {
        try (var session = open()) {
            return lastCursor(session.sentSince(NOW.minus(Duration.ofDays(30)), null), "", session);
        }
    }

    private static String lastCursor(Listing first, String known, MailSession session) throws MailServiceException {
        var cursor = first.cursor() == null ? known : first.cursor();
        for (var next = first.next(); next != null; ) {
            var listing = session.sentSince(NOW.minus(Duration.ofDays(30)), next);
            cursor = listing.cursor() == null ? cursor : listing.cursor();
            next = listing.next();
        }
        return cursor;
    }

    private void use() throws MailServiceException {
        try (var session = open()) {
            session.sentSince(NOW.minus(Duration.ofDays(30)), null);
        }
    }
}
