package io.tenth.mail.imap;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenth.mail.Connection.Security;
import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailServiceException.Impossible;
import io.tenth.mail.MailServiceException.Reconnect;
import io.tenth.mail.MailServiceException.Throttled;
import io.tenth.mail.MailServiceException.Unavailable;
import io.tenth.mail.MailSession;
import io.tenth.mail.MailSession.Fetched;
import io.tenth.mail.MailSession.Reference;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that is slow, broken or hostile costs its own mailbox a while, and nobody else anything. */
@Timeout(60)
class OddServerTest {

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private static final ImapLimits SHORT = new ImapLimits(
            Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(10), 1 << 20, 1 << 16, 1 << 17, 10_000);

    /** For servers that fall silent on purpose. */
    private static final ImapLimits IMPATIENT = new ImapLimits(
            SHORT.connect(),
            Duration.ofMillis(500),
            SHORT.operation(),
            SHORT.messageBytes(),
            SHORT.lineBytes(),
            SHORT.answerBytes(),
            SHORT.window());

    private final OddServer server = OddServer.overTls();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void readsAnHonestServer() throws MailServiceException {
        try (var session = open()) {
            assertThat(fetchAll(session)).containsExactly("three", "two", "one");
        }
    }

    @Test
    void givesUpOnAServerThatSendsAByteNowAndThen() throws MailServiceException {
        server.does(talk -> {
            for (var left = 100; talk.asks("UID SEARCH") && left > 0; left--) {
                talk.raw(left == 100 ? "* SEARCH 1" : " 1");
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
            return false;
        });

        try (var session = open(withOperationsOf(Duration.ofSeconds(2)))) {
            assertThatExceptionOfType(Unavailable.class)
                    .isThrownBy(() -> session.sentSince(LONG_AGO, null))
                    .withMessageContaining("too long");
        }
    }

    @Test
    void givesUpOnAServerThatFallsSilent() throws MailServiceException {
        server.does(talk -> talk.asks("UID SEARCH"));

        try (var session = open(IMPATIENT)) {
            assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> session.sentSince(LONG_AGO, null));
        }
    }

    @Test
    void readsTheOthersWhereTheServerFallsSilentOverOne() throws MailServiceException {
        server.does(talk -> talk.asks("UID FETCH") && asksForBodyOf(2, talk));

        try (var session = open(IMPATIENT)) {
            assertThat(fetchAll(session))
                    .containsExactly(
                            "three", "refused for now: The mail server breaks off while it gives it out.", "one");
        }
    }

    @Test
    void makesNoRoomForALiteralThatIsTooLong() throws MailServiceException {
        for (var claimed : List.of(1L << 32, 2_000_000_000L, 99_999_999_999_999L)) {
            server.does(talk -> {
                if (asksForBodyOf(2, talk)) {
                    talk.raw(OddServer.body(2, claimed, requireNonNull(server.messages.get(2))));
                }
                return false;
            });

            try (var session = open()) {
                assertThat(fetchAll(session))
                        .containsExactly(
                                "three", "refused for now: The mail server breaks off while it gives it out.", "one");
            }
        }
    }

    @Test
    void readsTheOthersWhereALiteralIsShorterThanItClaims() throws MailServiceException {
        server.does(talk -> {
            if (!asksForBodyOf(2, talk)) {
                return false;
            }
            var content = requireNonNull(server.messages.get(2));
            talk.raw(OddServer.body(2, content.length + 500, content));
            return talk.ok();
        });

        try (var session = open(IMPATIENT)) {
            assertThat(fetchAll(session))
                    .containsExactly(
                            "three", "refused for now: The mail server breaks off while it gives it out.", "one");
        }
    }

    @Test
    void livesThroughALiteralThatIsLongerThanItClaims() throws MailServiceException {
        server.does(talk -> {
            if (!asksForBodyOf(2, talk)) {
                return false;
            }
            talk.raw(OddServer.body(2, 40, requireNonNull(server.messages.get(2))));
            return talk.ok();
        });

        try (var session = open(IMPATIENT)) {
            assertThat(session.fetch(List.of(reference(2)))).hasSize(1);
            assertThat(session.fetch(List.of(reference(3))))
                    .extracting(OddServerTest::subject)
                    .containsExactly("three");
        }
    }

    @Test
    void breaksOffAtALineOfTenMegabytes() throws MailServiceException {
        var sent = "* SEARCH " + "1".repeat(10 << 20);
        server.does(talk -> {
            if (talk.asks("UID SEARCH")) {
                talk.say(sent);
            }
            return false;
        });

        try (var session = open()) {
            assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> session.sentSince(LONG_AGO, null));
        }
    }

    @Test
    void breaksOffAtAnswersWithoutEnd() throws MailServiceException {
        server.does(talk -> {
            while (talk.asks("UID SEARCH")) {
                talk.say("* SEARCH 1");
            }
            return false;
        });

        try (var session = open()) {
            assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> session.sentSince(LONG_AGO, null));
        }
    }

    @Test
    void needsNoRoomForAMailboxThatClaimsToBeHuge() throws MailServiceException {
        server.does(talk -> {
            if (talk.asks("EXAMINE")) {
                talk.say("* 2147483647 EXISTS").say("* OK [UIDVALIDITY 7]").say("* OK [UIDNEXT 4294967295]");
                return talk.ok();
            }
            return false;
        });

        try (var session = open()) {
            assertThat(session.sentSince(LONG_AGO, null).next()).isNotNull();
        }
    }

    @Test
    void countsAMessageOnceThatIsNamedTwice() throws MailServiceException {
        server.does(talk -> {
            if (talk.asks("UID SEARCH")) {
                talk.say("* SEARCH 2 2 3").say("* SEARCH 3 2");
                return talk.ok();
            }
            if (asksForBodyOf(2, talk)) {
                talk.raw(OddServer.body(2, 5, "first".getBytes(StandardCharsets.UTF_8)));
            }
            return false;
        });

        try (var session = open()) {
            var references = session.sentSince(LONG_AGO, null).references();
            assertThat(references).containsExactly(reference(3), reference(2));
            var fetched = session.fetch(references);
            assertThat(((Fetched.Raw) fetched.get(1)).content()).asString().isEqualTo("first");
        }
    }

    @Test
    void saysThatAMessageIsGoneWhichIsDeletedMeanwhile() throws MailServiceException {
        server.does(talk -> {
            if (asksForBodyOf(2, talk) && server.messages.remove(2) != null) {
                talk.say("* 2 EXPUNGE");
            }
            return false;
        });

        try (var session = open()) {
            assertThat(fetchAll(session)).containsExactly("three", "gone", "one");
        }
    }

    @Test
    void saysThatTheFolderWasMadeAnew() throws MailServiceException {
        var validity = new AtomicInteger(7);
        server.does(talk -> {
            if (talk.asks("EXAMINE")) {
                talk.say("* 3 EXISTS")
                        .say("* OK [UIDVALIDITY " + validity + "]")
                        .say("* OK [UIDNEXT 4]");
                return talk.ok();
            }
            return false;
        });

        try (var session = open()) {
            var listing = session.sentSince(LONG_AGO, null);
            validity.set(8);
            assertThatExceptionOfType(MailServiceException.CursorExpired.class)
                    .isThrownBy(() -> session.addedAfter(requireNonNull(listing.cursor()), null));
            assertThat(session.fetch(listing.references())).allMatch(Fetched.Gone.class::isInstance);
        }
    }

    @Test
    void asksForNothingThatIsTooLarge() throws MailServiceException {
        server.messages.put(2, new byte[(1 << 20) + 1]);

        try (var session = open()) {
            assertThat(fetchAll(session)).containsExactly("three", "refused: It is larger than 1 MB.", "one");
        }
        assertThat(server.heard).noneMatch(line -> line.contains("BODY.PEEK") && line.contains("2,"));
    }

    @Test
    void asksForNoMoreThanCanBeHeldAtOnce() throws MailServiceException {
        server.messages.put(2, new byte[5 << 20]);
        server.messages.put(1, new byte[5 << 20]);

        try (var session = open(ImapLimits.DEFAULT)) {
            var references = session.sentSince(LONG_AGO, null).references();
            assertThat(session.fetch(references)).extracting(Fetched::reference).isEqualTo(references.subList(0, 2));
            assertThat(session.fetch(references.subList(2, 3)))
                    .extracting(Fetched::bytes)
                    .containsExactly(5L << 20);
        }
    }

    @Test
    void triesAFewAddressesOfAHostAndNoMore() throws MailServiceException {
        try (var session = at("127.0.0.2", "127.0.0.3", "127.0.0.1").open(server.connection(Security.TLS))) {
            assertThat(fetchAll(session)).hasSize(3);
        }
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() ->
                        at("127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.1").open(server.connection(Security.TLS)));
    }

    private static ImapMail at(String... addresses) {
        return new ImapMail(
                new Egress(List.of("localhost"), host -> {
                    var found = new InetAddress[addresses.length];
                    for (var number = 0; number < addresses.length; number++) {
                        found[number] = InetAddress.getByName(addresses[number]);
                    }
                    return found;
                }),
                Trust.of(TestCertificate.LOCALHOST.authority()),
                SHORT);
    }

    @Test
    void tellsAPauseFromAWrongPassword() {
        for (var words : List.of("[LIMIT] Enough", "[ALERT] Too many simultaneous connections. (Failure)")) {
            server.does(talk -> refusesToSignIn(talk, words));
            assertThatExceptionOfType(Throttled.class).isThrownBy(this::open);
        }
        server.does(talk -> refusesToSignIn(talk, "Throttled. Suggested Backoff Time: 4000 milliseconds"));
        assertThatExceptionOfType(Throttled.class)
                .isThrownBy(this::open)
                .satisfies(pause -> assertThat(pause.retryAfter()).contains(Duration.ofSeconds(4)));
        server.does(talk -> refusesToSignIn(talk, "[UNAVAILABLE] Later"));
        assertThatExceptionOfType(Unavailable.class).isThrownBy(this::open);
        server.does(talk -> refusesToSignIn(talk, "[AUTHENTICATIONFAILED] No"));
        assertThatExceptionOfType(Reconnect.class).isThrownBy(this::open);
    }

    @Test
    void repeatsNothingThatTheServerSays() {
        server.does(talk -> refusesToSignIn(talk, "the password " + ImapStand.PASSWORD + " is wrong"));

        assertThatExceptionOfType(Reconnect.class)
                .isThrownBy(this::open)
                .satisfies(refusal -> assertThat(refusal.toString()).doesNotContain(ImapStand.PASSWORD));
    }

    @Test
    void letsNoFolderNameSmuggleACommand() throws MailServiceException {
        var name = "Sent\r\nX1 DELETE INBOX";
        server.does(talk -> {
            if (talk.asks("LIST")) {
                talk.say("* LIST (\\Sent) \"/\" {" + name.length() + "}").raw(name + "\r\n");
                return talk.ok();
            }
            return false;
        });

        try (var session = open()) {
            session.sentSince(LONG_AGO, null);
        }
        assertThat(server.heard).noneMatch(line -> line.startsWith("X1"));
    }

    @Test
    void sendsNothingWhereTlsIsStripped() {
        for (var greeting : List.of("* OK ready", "* PREAUTH come in")) {
            try (var plain = OddServer.inTheClear().greets(greeting)) {
                plain.does(talk -> {
                    talk.say(talk.tag() + " BAD what is STARTTLS?");
                    return true;
                });

                assertThatExceptionOfType(Impossible.class)
                        .isThrownBy(() -> ImapStand.service(SHORT).open(plain.connection(Security.STARTTLS)));
                assertThat(plain.heard).allMatch(line -> line.endsWith("STARTTLS") || line.equals("gone"));
            }
        }
    }

    @Test
    void takesNothingThatWasSaidBeforeTls() {
        try (var plain = OddServer.inTheClear()) {
            plain.does(talk -> {
                talk.say(talk.tag() + " OK begin").say("* CAPABILITY IMAP4rev1 AUTH=PLAIN");
                return true;
            });

            assertThatExceptionOfType(MailServiceException.class)
                    .isThrownBy(() -> ImapStand.service(SHORT).open(plain.connection(Security.STARTTLS)));
            assertThat(String.join("", plain.heard)).doesNotContain("AUTHENTICATE", "LOGIN");
        }
    }

    @Test
    void refusesACertificateThatIsNotTheHosts() {
        var strangers = Stream.of(
                        List.of("localhost"),
                        List.of("mail.firm.example"),
                        List.of("localhost", "-startdate", "-10d", "-validity", "5"))
                .parallel()
                .map(words -> TestCertificate.make(
                        words.getFirst(), words.stream().skip(1).toArray(String[]::new)))
                .toList();
        for (var certificate : strangers) {
            try (var stranger = OddServer.overTls(certificate)) {
                var trusting = certificate.equals(strangers.getFirst()) ? TestCertificate.LOCALHOST : certificate;
                var service = new ImapMail(
                        new Egress(List.of("localhost"), InetAddress::getAllByName),
                        Trust.of(trusting.authority()),
                        SHORT);

                assertThatExceptionOfType(Impossible.class)
                        .isThrownBy(() -> service.open(stranger.connection(Security.TLS)))
                        .withMessageContaining("certificate");
                assertThat(String.join("", stranger.heard)).doesNotContain("AUTHENTICATE");
            }
        }
    }

    @Test
    void takesAnotherFolderOfTheSameNumberForAnother() throws MailServiceException {
        MailSession.Listing before;
        try (var session = open()) {
            before = session.sentSince(LONG_AGO, null);
        }
        server.does(talk -> {
            if (talk.asks("LIST")) {
                talk.say("* LIST (\\Sent) \"/\" Outgoing");
                return talk.ok();
            }
            return false;
        });

        try (var session = open()) {
            assertThatExceptionOfType(MailServiceException.CursorExpired.class)
                    .isThrownBy(() -> session.addedAfter(requireNonNull(before.cursor()), null));
            assertThat(session.fetch(before.references())).allMatch(Fetched.Gone.class::isInstance);
            assertThat(session.sentSince(LONG_AGO, null).references())
                    .hasSize(3)
                    .doesNotContainAnyElementsOf(before.references());
        }
    }

    private static Reference reference(int uid) {
        return new Reference("7-" + Integer.toHexString("Sent".hashCode()) + "/" + uid);
    }

    private MailSession open() throws MailServiceException {
        return open(SHORT);
    }

    private MailSession open(ImapLimits limits) throws MailServiceException {
        return ImapStand.service(limits).open(server.connection(Security.TLS));
    }

    private static ImapLimits withOperationsOf(Duration time) {
        return new ImapLimits(
                SHORT.connect(),
                SHORT.silence(),
                time,
                SHORT.messageBytes(),
                SHORT.lineBytes(),
                SHORT.answerBytes(),
                SHORT.window());
    }

    private static List<String> fetchAll(MailSession session) throws MailServiceException {
        return session.fetch(session.sentSince(LONG_AGO, null).references()).stream()
                .map(OddServerTest::subject)
                .toList();
    }

    private static String subject(Fetched fetched) {
        return switch (fetched) {
            case Fetched.Raw raw ->
                new String(raw.content(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.startsWith("Subject: "))
                        .map(line -> line.substring(9))
                        .findFirst()
                        .orElse("?");
            case Fetched.Gone gone -> "gone";
            case Fetched.Refused refused -> (refused.lasting() ? "refused: " : "refused for now: ") + refused.reason();
        };
    }

    private static boolean asksForBodyOf(int uid, OddServer.Talk talk) {
        return talk.asks("UID FETCH")
                && talk.command().contains("BODY.PEEK")
                && OddServer.uids(talk).contains(uid);
    }

    private static boolean refusesToSignIn(OddServer.Talk talk, String words) throws IOException {
        if (talk.asks("AUTHENTICATE")) {
            talk.say(talk.tag() + " NO " + words);
            return true;
        }
        return false;
    }
}
