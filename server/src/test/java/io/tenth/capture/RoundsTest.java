package io.tenth.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.tenth.ServerTest;
import io.tenth.identity.Account;
import io.tenth.mail.Connecting;
import io.tenth.mail.Connection;
import io.tenth.mail.FakeMail;
import io.tenth.mail.MailboxConnected;
import io.tenth.mail.MailboxKind;
import io.tenth.mail.MailboxState;
import io.tenth.mail.Mailboxes;
import io.tenth.mail.NewMailbox;
import io.tenth.shared.Demand;
import io.tenth.shared.MailboxId;
import io.tenth.store.Rows;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Connected mailboxes are read by the clock. Time stands a day ahead, so that only the tests go round. */
@TestPropertySource(properties = "tenth.scans.every=10m")
class RoundsTest extends ServerTest {

    @Autowired
    private Connecting connecting;

    @Autowired
    private Mailboxes mailboxes;

    @Autowired
    private Rounds rounds;

    @Autowired
    private Scans scans;

    @Autowired
    private ScanProgress progress;

    @Autowired
    private ScanQueue queue;

    @Autowired
    private SchedulerClient scheduler;

    @Autowired
    private ScanSettings settings;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private TransactionTemplate transaction;

    private final Rows rows = new Rows(database());
    private Account account;
    private MailboxId mailbox;

    @BeforeEach
    void connectTomorrow() {
        clock().advance(Duration.ofDays(1));
        account = newPerson();
        var token = UUID.randomUUID().toString();
        FakeMail.box(token);
        mailbox = connecting.connect(
                new NewMailbox("Work", MailboxKind.GRAPH, new Connection.Grant(token, null, null, null)),
                account.person());
    }

    @Test
    void queuesOneScanAndComesAgain() {
        var now = clock().instant();

        var next = rounds.round(mailbox, account.person());
        rounds.round(mailbox, account.person());

        assertThat(scans.latest(account.person()))
                .singleElement()
                .satisfies(scan -> assertThat(scan.isAutomatic()).isTrue());
        assertThat(next)
                .hasValueSatisfying(time ->
                        assertThat(time).isBetween(now.plus(Duration.ofMinutes(9)), now.plus(Duration.ofMinutes(12))));
    }

    @Test
    void restsWhileAMailboxHasToBeConnectedAgain() {
        mailboxes.noteState(mailbox, MailboxState.RECONNECT, "The grant was taken back.", account.person());

        endScans();
        assertThat(rounds.round(mailbox, account.person()))
                .as("it is looked at again, in case its owner has connected it")
                .isPresent();
        assertThat(active()).isEmpty();
        mailboxes.noteState(mailbox, MailboxState.OK, null, account.person());
        rounds.round(mailbox, account.person());
        assertThat(active()).hasSize(1);
    }

    @Test
    void readsAtOnceWhenItIsConnected() {
        assertThat(active()).hasSize(1);
    }

    @Test
    void comesAgainWhenThereIsNoRoom() {
        endScans();
        rows.update(
                "INSERT INTO scans (user_id, scan_id, mailbox_id, upload_id, state, created_at)"
                        + " SELECT ?, uuidv7(), ?, uuidv7(), 'queued', now() FROM generate_series(1, 20)",
                account.id().value(),
                mailbox.value());
        assertThat(rounds.round(mailbox, account.person())).isPresent();
        assertThat(active()).hasSize(20);
    }

    @Test
    void goesBackToTheLastTimeWhenAllWasRead() {
        endScans();
        rows.update(
                "UPDATE mailboxes SET listed_at = now() - INTERVAL '90 days' WHERE mailbox_id = ?", mailbox.value());
        rounds.round(mailbox, account.person());
        assertThat(active())
                .singleElement()
                .satisfies(scan -> assertThat(((Scan.Subject.Sent) scan.subject()).since())
                        .isBefore(clock().instant().minus(Duration.ofDays(91))));
    }

    @Test
    void restsWhileItIsSwitchedOffAndGoesOnWhenItIsSwitchedOnAgain() {
        endScans();
        var now = clock().instant();
        var next = switchedOff().round(mailbox, account.person());
        assertThat(active()).isEmpty();
        assertThat(next)
                .as("it is seen within the hour that it was switched on")
                .hasValueSatisfying(time ->
                        assertThat(time).isBetween(now.plus(Duration.ofMinutes(50)), now.plus(Duration.ofMinutes(70))));

        rounds.round(mailbox, account.person());
        assertThat(active()).hasSize(1);
    }

    @Test
    void keepsARoundForAMailboxThatIsConnectedWhileItIsSwitchedOff() {
        endScans();
        rows.update(
                "DELETE FROM scheduled_tasks WHERE task_name = ? AND task_instance LIKE ?", Rounds.NAME, instance());

        transaction.executeWithoutResult(begun -> switchedOff().begin(new MailboxConnected(mailbox, account.person())));

        assertThat(active()).isEmpty();
        assertThat(rows.texts(
                        "SELECT task_instance FROM scheduled_tasks WHERE task_name = ? AND task_instance LIKE ?",
                        Rounds.NAME,
                        instance()))
                .hasSize(1);
    }

    @Test
    void endsWithTheMailbox() {
        mailboxes.remove(mailbox, Demand.ANY, account.person());

        assertThat(rounds.round(mailbox, account.person())).isEmpty();
    }

    /** As on a node that an operator has told to read nothing by itself. */
    private Rounds switchedOff() {
        var off = new ScanSettings(
                settings.atOnce(),
                settings.perPerson(),
                settings.waiting(),
                Duration.ZERO,
                settings.reach(),
                settings.most(),
                settings.turn(),
                settings.carriedOut());
        var bare = new Rounds(mailboxes, progress, queue, scheduler, off, clock());
        return (Rounds) beans.initializeBean(bare, "switchedOff");
    }

    private String instance() {
        return "%" + mailbox.value() + "%";
    }

    private List<Scan> active() {
        return scans.latest(account.person()).stream()
                .filter(scan -> !scan.state().isOver())
                .toList();
    }

    private void endScans() {
        active().forEach(scan -> scans.cancel(scan.id(), account.person()));
    }
}
