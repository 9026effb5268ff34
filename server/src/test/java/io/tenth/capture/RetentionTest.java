package io.tenth.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.assistant.talk.Talk;
import io.tenth.identity.Account;
import io.tenth.mail.Connecting;
import io.tenth.mail.Connection;
import io.tenth.mail.FakeMail;
import io.tenth.mail.MailboxKind;
import io.tenth.mail.NewMailbox;
import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;
import io.tenth.shared.WorkType;
import io.tenth.store.Rows;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What came from mail goes when its owner's time for it is over; what became time, and the record of it all, stay. */
class RetentionTest extends ServerTest {

    private static final String SETTINGS = "/api/time-tracking/settings";

    @Autowired
    private ApplicationContext server;

    @Autowired
    private Retention retention;

    @Autowired
    private Proposals proposals;

    @Autowired
    private Regroupings regroupings;

    @Autowired
    private Connecting connecting;

    @Autowired
    private Scans scans;

    @Autowired
    private ScanProgress progress;

    @Autowired
    private ScanJob job;

    private final Rows rows = new Rows(database());
    private Account account;
    private Actor.Person person;
    private ApiClient api;
    private StoredProposals stored;

    @BeforeEach
    void join() {
        account = newPerson();
        person = account.person();
        api = api(account);
        stored = new StoredProposals(server, database());
        assertThat(api.patch(SETTINGS, "{\"data_retention_days\": 30}").status())
                .isEqualTo(200);
    }

    @Test
    void removesWhatIsTooOldAndKeepsWhatBecameTime() {
        var ids = stored.some(3, person);
        var entry = proposals.accept(ids.get(0), person);
        proposals.reject(ids.get(1), null, person);
        var recorded = count("audit_events");

        clock().advance(Duration.ofDays(31));
        retention.carryOut(person);

        assertThat(texts("SELECT proposal_id::text FROM proposals WHERE user_id = ?"))
                .containsExactly(ids.get(0).value().toString());
        assertThat(proposals.one(ids.get(0), person).evidence().excerpt()).isEmpty();
        assertThat(proposals.one(ids.get(0), person).evidence().subject()).isEmpty();
        assertThat(count("messages")).isEqualTo(1);
        assertThat(List.of(count("scans"), count("scan_errors"), count("analysis_cache")))
                .containsOnly(0);
        assertThat(removed("proposal.removed"))
                .containsExactlyInAnyOrder(
                        ids.get(1).value().toString(), ids.get(2).value().toString());
        assertThat(removed("proposal.text_removed"))
                .containsExactly(ids.get(0).value().toString());
        assertThat(texts("SELECT details #>> '{removed,messages}' FROM audit_events"
                        + " WHERE operation = 'retention.carried_out' AND user_id = ?"))
                .containsExactly("2");
        assertThat(count("audit_events")).as("no event goes").isEqualTo(recorded + 4);
        assertThat(api(account).get("/api/time-entries/" + entry.value()).text("/description"))
                .isEqualTo(StoredProposals.DESCRIPTION);
    }

    @Test
    void leavesWhatIsYoungerAndSaysNothingOfANightInWhichNothingWas() {
        stored.some(2, person);
        clock().advance(Duration.ofDays(29));

        var next = retention.carryOut(person);

        assertThat(count("proposals")).isEqualTo(2);
        assertThat(removed("retention.carried_out")).isEmpty();
        assertThat(next).isBetween(clock().instant(), clock().instant().plus(Duration.ofHours(31)));
    }

    @Test
    void forgetsConversationsInWhichNothingWasSaidForAsLong() {
        var old = new Talk(api(account));
        old.say("How many hours last week?");
        clock().advance(Duration.ofDays(20));
        var goesOn = new Talk(api(account));
        goesOn.say("How many hours last week?");
        clock().advance(Duration.ofDays(11));

        retention.carryOut(person);

        assertThat(texts("SELECT conversation_id::text FROM conversations WHERE user_id = ?"))
                .containsExactly(goesOn.id());
    }

    @Test
    void takesNothingFromAnotherPerson() {
        var other = newPerson().person();
        stored.some(2, other);
        clock().advance(Duration.ofDays(31));

        retention.carryOut(person);

        assertThat(proposals.open(other)).isEqualTo(2);
    }

    @Test
    void keepsAMergerUntilAllThatItWasMadeOfIsTooOld() {
        var old = stored.one(person);
        clock().advance(Duration.ofDays(20));
        var young = stored.some(1, person).stream()
                .filter(id -> !id.equals(old))
                .findFirst()
                .orElseThrow();
        var merged = regroupings.merge(List.of(old, young), person);
        clock().advance(Duration.ofDays(11));

        retention.carryOut(person);
        assertThat(count("proposals")).isEqualTo(3);
        regroupings.undo(merged.id(), person);
        assertThat(proposals.open(person)).as("both come back").isEqualTo(2);

        regroupings.merge(List.of(old, young), person);
        clock().advance(Duration.ofDays(31));
        retention.carryOut(person);
        assertThat(count("proposals")).isZero();
    }

    @Test
    void keepsWhatAcceptedTimeWasMadeOf() {
        var whole = stored.one(person);
        var parts = regroupings.split(whole, List.of(part(30), part(60)), person);
        proposals.accept(parts.made().getFirst(), person);
        clock().advance(Duration.ofDays(31));

        retention.carryOut(person);

        assertThat(texts("SELECT proposal_id::text FROM proposals WHERE user_id = ? AND quote_end = 0"))
                .containsExactlyInAnyOrder(
                        whole.value().toString(),
                        parts.made().getFirst().value().toString());
        assertThat(count("proposals")).isEqualTo(2);
    }

    private static ProposalEdit part(int minutes) {
        return new ProposalEdit(StoredProposals.DAY, minutes, WorkType.DRAFTING, true, null, null, "Part of it", null);
    }

    @Test
    void leavesWhatAwaitsADecisionForThirtyDaysAfterItWasProposed() {
        var ids = stored.some(2, person);
        proposals.reject(ids.getFirst(), null, person);
        rows.update(
                "UPDATE messages SET created_at = created_at - INTERVAL '40 days' WHERE user_id = ?",
                person.user().value());

        retention.carryOut(person);

        assertThat(texts("SELECT proposal_id::text FROM proposals WHERE user_id = ?"))
                .containsExactly(ids.getLast().value().toString());
    }

    @Test
    void comesAgainAtOnceWhileThereIsMore() {
        rows.update(
                "INSERT INTO analysis_cache (user_id, key, value, created_at)"
                        + " SELECT ?, int4send(number), '', now() - INTERVAL '40 days' FROM generate_series(1, 5001) AS number",
                person.user().value());

        assertThat(retention.carryOut(person)).isBeforeOrEqualTo(clock().instant());
        assertThat(count("analysis_cache")).isEqualTo(1);
        assertThat(retention.carryOut(person)).isAfter(clock().instant());
        assertThat(count("analysis_cache")).isZero();
    }

    @Test
    void takesNothingBeforeTheOperatorsLeastTime() {
        rows.update(
                "UPDATE user_settings SET data_retention_days = 1 WHERE user_id = ?",
                person.user().value());
        var ids = stored.some(1, person);
        proposals.reject(ids.getFirst(), null, person);
        clock().advance(Duration.ofDays(29));

        retention.carryOut(person);

        assertThat(count("proposals")).isEqualTo(1);
    }

    @Test
    void bringsNothingBackWithTheNextScan() {
        var mailbox = connected();
        assertThat(scanned(mailbox).counts().proposals()).isEqualTo(1);
        clock().advance(Duration.ofDays(31));
        retention.carryOut(person);

        assertThat(count("messages")).isZero();
        assertThat(scanned(mailbox).counts()).isEqualTo(new Scan.Counts(0, 1, 0, 0));
        assertThat(proposals.open(person)).isZero();
    }

    /** Tomorrow's scans are carried out by nobody today. */
    @Test
    void beginsWithTheFirstScanOfAPerson() {
        var mailbox = connected();
        clock().advance(Duration.ofDays(1));
        scans.start(mailbox, sent(), person);

        assertThat(rows.texts(
                        "SELECT (execution_time > now() + INTERVAL '1 day')::text FROM scheduled_tasks"
                                + " WHERE task_name = 'retention' AND task_instance LIKE ?",
                        person.user().value() + "/%"))
                .containsExactly("true");
        rows.update(
                "DELETE FROM scheduled_tasks WHERE task_instance LIKE ?",
                person.user().value() + "/%");
    }

    private Scan.Subject.Sent sent() {
        return new Scan.Subject.Sent(clock().instant().minusSeconds(1_000), 100, false, false);
    }

    private MailboxId connected() {
        var token = UUID.randomUUID().toString();
        FakeMail.box(token).add("one", """
                Message-ID: <%s@firm.example>
                Date: Mon, 2 Mar 2026 09:00:00 -0500
                From: owner@firm.example
                To: client@harrow.example
                Subject: Harrow

                Spent 2 hours drafting the Harrow brief.
                """.formatted(token), clock().instant().plus(Duration.ofDays(60)));
        return connecting.connect(
                new NewMailbox("Work", MailboxKind.GRAPH, new Connection.Grant(token, null, null, null)), person);
    }

    private Scan scanned(MailboxId mailbox) {
        var id = progress.queue(mailbox, sent(), person).orElseThrow();
        job.run(new ScanTask(id, person), () -> false);
        return scans.one(id, person);
    }

    private List<String> removed(String operation) {
        return rows.texts(
                "SELECT resource_id FROM audit_events WHERE user_id = ? AND operation = ?",
                person.user().value(),
                operation);
    }

    private int count(String table) {
        return texts("SELECT 1 FROM " + table + " WHERE user_id = ?").size();
    }

    private List<String> texts(String sql) {
        return rows.texts(sql, person.user().value());
    }
}
