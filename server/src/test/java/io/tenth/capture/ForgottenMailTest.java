package io.tenth.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ServerTest;
import io.tenth.mail.Connecting;
import io.tenth.mail.Connection;
import io.tenth.mail.FakeMail;
import io.tenth.mail.MailboxKind;
import io.tenth.mail.MailboxMoved;
import io.tenth.mail.Mailboxes;
import io.tenth.mail.NewMailbox;
import io.tenth.shared.Actor;
import io.tenth.shared.Demand;
import io.tenth.shared.MailboxId;
import io.tenth.shared.ScanId;
import io.tenth.shared.WorkType;
import io.tenth.store.Rows;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What goes with a mailbox, and what stays because it is of another one too. */
class ForgottenMailTest extends ServerTest {

    private static final String BRIEF = "Spent 2 hours drafting the Harrow brief.";
    private static final String LEASE = "Spent 1.5 hours reviewing the Harrow lease.";

    @Autowired
    private Connecting connecting;

    @Autowired
    private Mailboxes mailboxes;

    @Autowired
    private ScanProgress progress;

    @Autowired
    private ScanJob job;

    @Autowired
    private Scans scans;

    @Autowired
    private Proposals proposals;

    @Autowired
    private Regroupings regroupings;

    @Autowired
    private ForgottenMail forgotten;

    @Autowired
    private Removals removals;

    @Autowired
    private ScanRepository repository;

    @Autowired
    private TransactionTemplate transaction;

    private Actor.Person person;

    @BeforeEach
    void join() {
        person = newPerson().person();
    }

    @Test
    void leavesWhatAlsoLiesInAnotherMailboxToThatOne() {
        var first = connected("First", message(1, BRIEF), message(2, LEASE));
        var second = connected("Second", message(2, LEASE));
        scanned(first);
        scanned(second);

        remove(first);

        assertThat(proposed()).singleElement().satisfies(proposal -> {
            assertThat(proposal.work().minutes()).isEqualTo(90);
            assertThat(proposal.evidence().excerpt()).contains("Harrow lease");
            assertThat(proposal.evidence().subject()).isEqualTo("Harrow");
        });
        assertThat(scanned(second).counts()).isEqualTo(new Scan.Counts(0, 1, 0, 0));
        remove(second);
        assertThat(proposed()).isEmpty();
    }

    @Test
    void recordsEachProposalThatGoesEachTextAndEachScan() {
        var mailbox = connected("First", message(1, BRIEF + "\n\n" + LEASE));
        scanned(mailbox);
        var before = proposed();
        proposals.accept(before.getFirst().id(), person);
        var waiting = queued(mailbox);

        remove(mailbox);

        assertThat(recorded("proposal.removed", mailbox))
                .containsExactly(before.getLast().id().value().toString());
        assertThat(recorded("proposal.text_removed", mailbox))
                .containsExactly(before.getFirst().id().value().toString());
        assertThat(recorded("scan.cancelled", mailbox))
                .containsExactly(waiting.value().toString());
    }

    private List<String> recorded(String operation, MailboxId mailbox) {
        return new Rows(database())
                .texts(
                        "SELECT resource_id FROM audit_events WHERE user_id = ? AND operation = ?"
                                + " AND details ->> 'mailbox' = ?",
                        person.user().value(),
                        operation,
                        mailbox.value().toString());
    }

    @Test
    void proposesAgainWhatWasNotDecidedOfAMessageThatBecameTime() {
        var both = message(1, BRIEF + "\n\n" + LEASE);
        var first = connected("First", both);
        scanned(first);
        var before = proposed();
        assertThat(before).hasSize(2);
        proposals.accept(before.getFirst().id(), person);
        remove(first);

        var counts = scanned(connected("Again", both)).counts();

        assertThat(counts).isEqualTo(new Scan.Counts(1, 0, 0, 1));
        assertThat(proposed()).singleElement().satisfies(again -> {
            assertThat(again.work()).isEqualTo(before.getLast().work());
            assertThat(again.evidence().subject()).isEqualTo("Harrow");
        });
    }

    @Test
    void bringsBackWhatWasMergedIntoAProposalThatGoes() {
        var first = connected("First", message(1, BRIEF));
        var second = connected("Second", message(2, LEASE));
        scanned(first);
        scanned(second);
        var merged = regroupings.merge(proposed().stream().map(Proposal::id).toList(), person);
        assertThat(proposed()).extracting(Proposal::id).isEqualTo(merged.made());

        remove(first);
        assertThat(proposed()).extracting(proposal -> proposal.work().minutes()).containsExactly(90);
        remove(second);
        assertThat(proposed()).isEmpty();
    }

    @Test
    void neverProposesAgainWhatWasAcceptedInParts() {
        var brief = message(1, BRIEF);
        var first = connected("First", brief);
        scanned(first);
        var parts = regroupings.split(proposed().getFirst().id(), List.of(part(50), part(70)), person);
        var again = regroupings.split(parts.made().getFirst(), List.of(part(20), part(30)), person);
        proposals.accept(again.made().getFirst(), person);
        remove(first);
        assertThat(proposed()).isEmpty();

        var counts = scanned(connected("Again", brief)).counts();

        assertThat(counts.proposals()).isZero();
        assertThat(proposed()).isEmpty();
        assertThat(new Rows(database())
                        .texts(
                                "SELECT 1 FROM proposals WHERE quote_end > 0 AND user_id = ?",
                                person.user().value()))
                .as("the text of the mail")
                .isEmpty();
    }

    @Test
    void neverProposesAgainWhatWasMergedIntoAcceptedTimeOfAnotherMailbox() {
        var lease = message(2, LEASE);
        var first = connected("First", message(1, BRIEF));
        var second = connected("Second", lease);
        scanned(first);
        scanned(second);
        var merged = regroupings.merge(proposed().stream().map(Proposal::id).toList(), person);
        proposals.accept(merged.made().getFirst(), person);
        remove(second);
        remove(first);

        var counts = scanned(connected("Again", lease, message(1, BRIEF))).counts();

        assertThat(counts.proposals()).isZero();
        assertThat(proposed()).isEmpty();
    }

    @Test
    void keepsAMergerWholeUntilItsOwnMailboxGoes() {
        var lease = message(2, LEASE);
        var first = connected("First", message(1, BRIEF));
        var second = connected("Second", lease);
        scanned(first);
        scanned(second);
        regroupings.merge(proposed().stream().map(Proposal::id).toList(), person);
        remove(second);

        scanned(connected("Again", lease));
        assertThat(proposed()).extracting(proposal -> proposal.work().minutes()).containsExactly(210);
        remove(first);
        assertThat(proposed()).extracting(proposal -> proposal.work().minutes()).containsExactly(90);
    }

    private static ProposalEdit part(int minutes) {
        return new ProposalEdit(
                LocalDate.parse("2026-03-02"), minutes, WorkType.DRAFTING, true, null, null, "Part of the brief", null);
    }

    @Test
    void readsAllAgainWhereAMailboxIsOfAnotherAccountNow() {
        var mailbox = connected("First", message(1, BRIEF));
        scanned(mailbox);
        var waiting = queued(mailbox);

        transaction.executeWithoutResult(status -> {
            mailboxes.one(mailbox, person);
            forgotten.forget(new MailboxMoved(mailbox, person));
        });

        assertThat(scans.one(waiting, person).state()).isEqualTo(Scan.State.CANCELLED);
        assertThat(scanned(mailbox).counts()).as("read, and recognised").isEqualTo(new Scan.Counts(0, 1, 0, 0));
        assertThat(scans.latest(person).getFirst().calls()).as("it was fetched").isEqualTo(2);
    }

    /** A batch that is being stored locks its scan and then the mailbox. */
    @Test
    @Timeout(60)
    void waitsForTheBatchThatIsBeingStored() throws Exception {
        var mailbox = connected("First", message(1, BRIEF));
        var claim = progress.claim(queued(mailbox), person).orElseThrow();
        var removing = new FutureTask<>(() -> mailboxes.remove(mailbox, Demand.ANY, person), true);

        transaction.executeWithoutResult(status -> {
            assertThat(progress.holds(claim, person)).isTrue();
            assertThat(repository.holds(claim, person)).isTrue();
            Thread.ofVirtual().start(removing);
            while (!somebodyWaits()) {
                Thread.onSpinWait();
            }
            mailboxes.noteScan(mailbox, person);
            mailboxes.keepCursor(mailbox, "1", person);
        });

        assertThat(removing.get()).isTrue();
        assertThat(mailboxes.all(person)).isEmpty();
    }

    /** Its job is due tomorrow, which is nobody's today. */
    @Test
    void showsNothingOfAMailboxFromTheMomentOfItsRemovalOn() {
        var lease = message(2, LEASE);
        var first = connected("First", message(1, BRIEF), lease, message(3, BRIEF));
        var second = connected("Second", lease);
        scanned(first);
        scanned(second);
        var before = proposed();
        var accepted = before.stream()
                .filter(one -> one.work().minutes() == 120)
                .findFirst()
                .orElseThrow();
        proposals.accept(accepted.id(), person);
        clock().advance(Duration.ofDays(1));

        mailboxes.remove(first, Demand.ANY, person);

        assertThat(proposed())
                .as("what is of the other one too")
                .singleElement()
                .satisfies(left -> {
                    assertThat(left.work().minutes()).isEqualTo(90);
                    assertThat(left.evidence().excerpt()).contains("Harrow lease");
                });
        assertThat(proposals.open(person)).isEqualTo(1);
        assertThat(proposals.one(accepted.id(), person).evidence()).satisfies(evidence -> {
            assertThat(evidence.excerpt()).isEmpty();
            assertThat(evidence.subject()).isEmpty();
            assertThat(evidence.recipients()).isEmpty();
        });
        assertThat(count("proposals")).as("there they are yet").isEqualTo(3);
        empty(first);
        assertThat(count("proposals")).isEqualTo(2);
        assertThat(proposed()).hasSize(1);
    }

    @Test
    void takesAwayWhateverThereIsInLotsAndGoesOnAfterACrash() {
        var mailbox = connected("First", message(1, BRIEF));
        scanned(mailbox);
        fill(mailbox, 12_000);
        clock().advance(Duration.ofDays(1));
        mailboxes.remove(mailbox, Demand.ANY, person);

        var lots = 0;
        for (var goesOn = true; goesOn; lots++) {
            var before = List.of(count("messages"), count("seen"));
            transaction.executeWithoutResult(crashing -> {
                mailboxes.all(person);
                removals.emptySome(mailbox, person);
                crashing.setRollbackOnly();
            });
            assertThat(List.of(count("messages"), count("seen"))).isEqualTo(before);
            goesOn = removals.emptySome(mailbox, person);
            assertThat(before.getFirst() - count("messages")).isLessThanOrEqualTo(5_000);
            assertThat(before.getLast() - count("seen")).isLessThanOrEqualTo(5_000);
        }

        assertThat(lots).isGreaterThan(4);
        assertThat(List.of(count("messages"), count("seen"), count("proposals")))
                .containsOnly(0);
    }

    @Test
    void losesNothingOfAnAccountThatIsConnectedAgainBeforeAllIsTakenAway() {
        var all = new String[] {message(1, BRIEF), message(2, LEASE), message(3, BRIEF), message(4, LEASE)};
        var first = connected("Work", all);
        scanned(first);
        var before = proposed();
        regroupings.split(before.getFirst().id(), List.of(part(50), part(70)), person);
        regroupings.merge(List.of(before.get(1).id(), before.get(2).id()), person);
        var minutes = minutes();
        clock().advance(Duration.ofDays(1));
        mailboxes.remove(first, Demand.ANY, person);

        var again = connected("Work", all);
        scanned(again);
        assertThat(minutes()).containsExactlyInAnyOrderElementsOf(minutes);
        empty(first);

        assertThat(minutes()).containsExactlyInAnyOrderElementsOf(minutes);
        assertThat(scanned(again).counts()).isEqualTo(new Scan.Counts(0, 4, 0, 0));
        remove(again);
        assertThat(count("messages")).isZero();
    }

    @Test
    @Timeout(120)
    void readsAnAccountAgainWhileItsMailIsTakenAway() throws Exception {
        var all = IntStream.rangeClosed(1, 100)
                .mapToObj(number -> message(number, BRIEF))
                .toArray(String[]::new);
        var former = connected("Work", all);
        scanned(former);
        for (var round = 0; round < 5; round++) {
            var leaving = former;
            clock().advance(Duration.ofDays(1));
            mailboxes.remove(leaving, Demand.ANY, person);
            var again = connected("Work", all);
            var emptying = new FutureTask<>(() -> empty(leaving), true);
            Thread.ofVirtual().start(emptying);

            scanned(again);
            emptying.get();

            assertThat(minutes()).as("round %d", round).hasSize(100).containsOnly(120);
            former = again;
        }
    }

    /** As many more messages as the mailbox might have had. */
    private void fill(MailboxId mailbox, int messages) {
        var rows = new Rows(database());
        var user = person.user().value();
        rows.update(
                "INSERT INTO messages (user_id, message_id, mailbox_id, identity, sent_at, subject, recipients, created_at)"
                        + " SELECT ?::uuid, gen_random_uuid(), ?::uuid, int4send(n), now(), 'x', 'x', now()"
                        + " FROM generate_series(1, ?::int) AS n",
                user,
                mailbox.value(),
                messages);
        rows.update(
                "INSERT INTO seen (user_id, mailbox_id, key, message_id, scan_id, analysed_by)"
                        + " SELECT user_id, mailbox_id, identity, message_id, gen_random_uuid(), 'x' FROM messages"
                        + " WHERE user_id = ?::uuid ON CONFLICT DO NOTHING",
                user);
    }

    private List<Integer> minutes() {
        return proposals.page(ProposalQuery.first(Proposal.State.PROPOSED), person).items().stream()
                .map(proposal -> proposal.work().minutes())
                .toList();
    }

    private int count(String table) {
        return Integer.parseInt(new Rows(database())
                .texts(
                        "SELECT count(*)::text FROM " + table + " WHERE user_id = ?",
                        person.user().value())
                .getFirst());
    }

    private void remove(MailboxId mailbox) {
        mailboxes.remove(mailbox, Demand.ANY, person);
        empty(mailbox);
    }

    private void empty(MailboxId mailbox) {
        var more = true;
        while (more) {
            more = removals.emptySome(mailbox, person);
        }
    }

    private boolean somebodyWaits() {
        return !new Rows(database())
                .texts("SELECT locktype FROM pg_locks WHERE NOT granted")
                .isEmpty();
    }

    private List<Proposal> proposed() {
        return proposals
                .page(ProposalQuery.first(Proposal.State.PROPOSED), person)
                .items();
    }

    private MailboxId connected(String name, String... messages) {
        var token = UUID.randomUUID().toString();
        for (var message : messages) {
            FakeMail.box(token).add(message.lines().findFirst().orElseThrow(), message, clock().instant());
        }
        return connecting.connect(
                new NewMailbox(name, MailboxKind.GRAPH, new Connection.Grant(token, null, null, null)), person);
    }

    private Scan scanned(MailboxId mailbox) {
        var id = queued(mailbox);
        job.run(new ScanTask(id, person), () -> false);
        return scans.one(id, person);
    }

    private ScanId queued(MailboxId mailbox) {
        var sent = new Scan.Subject.Sent(clock().instant().minusSeconds(1_000), 100, false, false);
        return progress.queue(mailbox, sent, person).orElseThrow();
    }

    private String message(int number, String text) {
        return """
                Message-ID: <%s-%d@firm.example>
                Date: Mon, 2 Mar 2026 09:00:00 -0500
                From: owner@firm.example
                To: client@harrow.example
                Subject: Harrow

                %s
                """.formatted(person.user().value(), number, text);
    }
}
