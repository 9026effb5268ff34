package io.tenth.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.capture.StoredProposals;
import io.tenth.identity.Account;
import io.tenth.shared.Actor;
import io.tenth.store.Rows;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.IllegalTransactionStateException;

/** No change without its record, no record without its change. */
class AuditTest extends ServerTest {

    private static final String MESSAGE = """
            From: person@firm.example
            To: client@firm.example
            Subject: Lease
            Date: Tue, 10 Mar 2026 17:45:00 -0400

            Nothing was done.
            """;

    @Autowired
    private ApplicationContext server;

    @Autowired
    private AuditLog audit;

    private final Rows rows = new Rows(database());
    private Account account;
    private ApiClient api;
    private String proposal;

    @BeforeEach
    void signIn() {
        account = newPerson();
        api = api(account);
        var stored = new StoredProposals(server, database());
        proposal = "/api/proposals/" + stored.one(account.person()).value();
    }

    @Test
    void recordsEachChangeOnce() {
        assertRecorded(() -> api.post("/api/mailboxes", "{\"name\": \"Sent\"}"), "mailbox.created");
        assertRecorded(() -> api.post("/api/clients", client()), "client.created");
        assertRecorded(() -> api.patch(proposal, "{\"duration_minutes\": 30}"), "proposal.edited");
        assertRecorded(() -> api.post(proposal + "/acceptance"), "proposal.accepted", "time_entry.created");
        assertRecorded(() -> api.delete(proposal + "/acceptance"), "time_entry.deleted", "proposal.acceptance_undone");
        assertRecorded(() -> api.post(proposal + "/rejection"), "proposal.rejected");
        assertRecorded(() -> api.delete(proposal + "/rejection"), "proposal.rejection_undone");
        assertRecorded(
                () -> api().post(
                                "/api/auth/login",
                                "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(account.email(), PASSWORD)),
                "account.sign_in",
                "session.begun");
        assertRecorded(() -> api.patch("/api/users/me", "{\"full_name\": \"Ada Obi\"}"), "account.updated");
        assertRecorded(
                () -> api.post(
                        "/api/users/me/tokens",
                        "{\"current_password\": \"" + PASSWORD
                                + "\", \"name\": \"Timer\", \"scopes\": [\"time:read\"]}"),
                "api_token.created");
        assertRecorded(() -> api.post("/api/auth/logout"), "session.ended");
    }

    @Test
    void recordsWhatAScanFound() {
        assertThat(rows.operations(account.id().value()))
                .containsExactly(
                        "account.created",
                        "session.begun",
                        "mailbox.created",
                        "proposal.created",
                        "scan.advanced",
                        "scan.ended");
    }

    @Test
    void recordsThatAnUploadBeganWithItsLengthAndWithoutItsName() {
        var mailbox = api.get("/api/mailboxes").text("/items/0/id");

        var refused = api.with("Content-Type", "application/mbox")
                .send("POST", "/api/mailboxes/" + mailbox + "/files", BodyPublishers.ofString(""));
        browser(account).upload("merger-with-achterberg.eml", MESSAGE.getBytes(StandardCharsets.UTF_8));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(rows.texts(
                        "SELECT operation || ' ' || details FROM audit_events WHERE user_id = ? AND resource_type = 'upload'"
                                + " AND operation <> 'upload.removed' ORDER BY event_id",
                        account.id().value()))
                .startsWith(
                        "upload.begun {\"announced_bytes\": 0}",
                        "upload.begun {\"announced_bytes\": " + MESSAGE.length() + "}",
                        "upload.stored {\"bytes\": " + MESSAGE.length() + "}");
        assertThat(rows.operations(account.id().value())).contains("upload.removed");
        assertThat(rows.texts("SELECT 1 FROM audit_events t WHERE position('achterberg' IN t::text) > 0"))
                .isEmpty();
    }

    @Test
    void recordsNothingWhereNothingChanged() {
        assertRecorded(() -> api.get(proposal));
        assertRecorded(() -> api.patch(proposal, "{\"duration_minutes\": 0}"));
        assertRecorded(() -> api.delete(proposal + "/acceptance"));
        assertRecorded(() -> api.post("/api/proposals/" + UUID.randomUUID() + "/acceptance"));
        assertRecorded(() -> api.post("/api/mailboxes", "{\"name\": \"Uploaded files\"}"));
    }

    /** The acceptance is recorded before the entry is made, and goes with it when there is an entry already. */
    @Test
    void forgetsTheRecordOfAChangeThatWasRolledBack() {
        api.post(proposal + "/acceptance");
        rows.update(
                "UPDATE proposals SET state = 'proposed', decided_at = NULL WHERE user_id = ?",
                account.id().value());

        assertRecorded(
                () -> assertThat(api.post(proposal + "/acceptance").status()).isEqualTo(409));
        assertThat(api.get(proposal).text("/state")).isEqualTo("proposed");
    }

    @Test
    void recordsARefusedSignInWithoutItsAddress() {
        var answer = api().with("X-Request-ID", "refused-" + account.id().value())
                .post(
                        "/api/auth/login",
                        "{\"email\": \"" + account.email() + "\", \"password\": \"Wrong-password-1\"}");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(rows.texts(
                        "SELECT operation || ' ' || result FROM audit_events WHERE user_id IS NULL AND resource_id = ?",
                        account.id().value().toString()))
                .containsExactly("account.sign_in refused");
        assertThat(rows.texts(
                        "SELECT 1 FROM audit_events t WHERE position(? IN t::text) > 0 OR position(? IN t::text) > 0",
                        account.email(),
                        "Wrong-password-1"))
                .isEmpty();
    }

    @Test
    void saysWhichRequestAChangeCameFrom() {
        var id = "request-" + UUID.randomUUID();

        api.with("X-Request-ID", id).post(proposal + "/rejection");

        assertThat(rows.texts("SELECT operation FROM audit_events WHERE correlation_id = ?", id))
                .containsExactly("proposal.rejected");
    }

    @Test
    void refusesAnEventOutsideATransaction() {
        var event = AuditEvent.of(account.person(), "nothing.happened", "nothing", UUID.randomUUID());

        assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> audit.append(event));
        assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> audit.append(event));
    }

    private void assertRecorded(Runnable change, String... operations) {
        var person = new Actor.Person(account.id(), account.role());
        var before = rows.operations(person.user().value());
        change.run();
        var after = rows.operations(person.user().value());
        assertThat(after.subList(before.size(), after.size())).containsExactlyInAnyOrder(operations);
    }

    private static String client() {
        return "{\"name\": \"Halloran\", \"code\": \"" + UUID.randomUUID() + "\"}";
    }
}
