package io.tenth.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ServerTest;
import io.tenth.identity.Account;
import io.tenth.mail.Connecting;
import io.tenth.mail.Connection;
import io.tenth.mail.FakeMail;
import io.tenth.mail.MailboxKind;
import io.tenth.mail.NewMailbox;
import io.tenth.mail.imap.OddServer;
import io.tenth.shared.ScanId;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** A host that gives its mail out byte by byte, and the mailboxes of others. */
class SlowHostTest extends ServerTest {

    private static final int QUICK = 60;
    private static final int HEAVY_BYTES = 9 << 20;
    private static final long ANNOUNCED = 24 << 20;

    private final CountDownLatch ended = new CountDownLatch(1);

    @Autowired
    private Connecting connecting;

    @Autowired
    private Scans scans;

    /** Both mailboxes of the slow host announce as much as one message may have; which is read first is nobody's promise. */
    @Test
    @Timeout(50)
    void keepsNobodyElseWaitingHoweverMuchItAnnounces() throws Exception {
        try (var slow = OddServer.overTls().does(this::trickle)) {
            var patient = newPerson();
            started(imap(slow, "First"), patient);
            started(imap(slow, "Second"), patient);
            until(() -> slow.heard().stream().anyMatch(line -> line.contains("BODY.PEEK")));

            var other = newPerson();
            var quick = started(quick(), other);
            until(() -> scans.one(quick, other.person()).state().isOver());

            assertThat(scans.one(quick, other.person()).counts())
                    .isEqualTo(new Scan.Counts(QUICK + 1, 0, 0, QUICK + 1));
            assertThat(scans.latest(patient.person())).extracting(Scan::state).contains(Scan.State.RUNNING);
            scans.latest(patient.person()).forEach(scan -> scans.cancel(scan.id(), patient.person()));
        } finally {
            ended.countDown();
        }
    }

    private boolean trickle(OddServer.Talk talk) throws IOException {
        if (talk.asks("UID FETCH") && talk.command().contains("BODY.PEEK")) {
            talk.raw("* 1 FETCH (UID " + OddServer.uids(talk).getFirst() + " BODY[] {" + ANNOUNCED + "}\r\n");
            while (!hasEnded()) {
                talk.raw("x");
            }
            return true;
        }
        if (talk.asks("UID FETCH")) {
            for (var uid : OddServer.uids(talk)) {
                talk.say("* " + uid + " FETCH (UID " + uid + " RFC822.SIZE " + ANNOUNCED
                        + " INTERNALDATE \"02-Mar-2026 10:00:00 +0000\")");
            }
            return talk.ok();
        }
        return false;
    }

    private boolean hasEnded() {
        try {
            return ended.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static NewMailbox imap(OddServer server, String name) {
        return new NewMailbox(name, MailboxKind.IMAP, server.connection(Connection.Security.TLS));
    }

    /** Light messages, and a heavy one among them. */
    private NewMailbox quick() {
        var token = UUID.randomUUID().toString();
        for (var number = 0; number < QUICK; number++) {
            FakeMail.box(token).add("light " + number, message(number, ""), clock().instant());
        }
        FakeMail.box(token).add("heavy", message(QUICK, "x".repeat(HEAVY_BYTES)), clock().instant());
        return new NewMailbox("Quick", MailboxKind.GRAPH, new Connection.Grant(token, null, null, null));
    }

    private ScanId started(NewMailbox mailbox, Account account) {
        var sent = new Scan.Subject.Sent(clock().instant().minusSeconds(1_000), 100, false, false);
        return scans.start(connecting.connect(mailbox, account.person()), sent, account.person());
    }

    private static String message(int number, String header) {
        return """
                Message-ID: <%s@firm.example>
                Date: Mon, 2 Mar 2026 09:00:00 -0500
                From: owner@firm.example
                To: client@harrow.example
                Subject: Harrow
                X-Padding: %s

                Spent %d minutes reviewing the Harrow lease.
                """.formatted(UUID.randomUUID(), header.isEmpty() ? "none" : "some", 10 + number)
                + (header.isEmpty() ? "" : "\n--\n" + header.replaceAll("(.{70})", "$1\n"));
    }

    private static void until(BooleanSupplier happened) throws InterruptedException {
        while (!happened.getAsBoolean()) {
            new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
        }
    }
}
