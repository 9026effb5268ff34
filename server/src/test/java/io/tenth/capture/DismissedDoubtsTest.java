package io.tenth.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.capture.ToldWork.Mail;
import io.tenth.shared.ProposalId;
import io.tenth.store.Rows;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who has looked at two things and found them counted rightly is not told again that they may not be. */
class DismissedDoubtsTest extends ServerTest {

    private static final Mail LEASE = Mail.of("I spent two hours drafting the harbour lease.", 120);

    @Autowired
    private ApplicationContext server;

    private ApiClient api;
    private ToldWork told;

    @BeforeEach
    void begin() {
        var person = newPerson();
        api = api(person);
        told = new ToldWork(server, new StoredProposals(server, database()), person.person());
    }

    @Test
    void raisesADoubtNoMoreThatItsOwnerHasDismissed() {
        var stored = told.store(LEASE, LEASE.about("Your week"));
        var one = stored.getFirst();
        var other = stored.getLast();
        var path = "/api/proposals/" + one.value();
        var dismissal = path + "/doubts/" + other.value() + "/dismissal";

        assertThat(api.send("PUT", dismissal, null).status()).isEqualTo(204);
        assertThat(api.send("PUT", dismissal, null).status()).as("once more").isEqualTo(204);

        assertThat(doubts(one)).isEmpty();
        assertThat(doubts(other)).as("nor the other way round").isEmpty();
        var unknown = path + "/doubts/" + UUID.randomUUID() + "/dismissal";
        assertThat(api.send("PUT", unknown, null).status()).isEqualTo(404);
        assertThat(api(newPerson()).send("PUT", dismissal, null).status()).isEqualTo(404);
        assertThat(api.delete(dismissal).status()).isEqualTo(204);
        assertThat(api.delete(dismissal).status()).isEqualTo(404);
        assertThat(doubts(one)).containsExactly(other.value().toString());
        assertThat(new Rows(database())
                        .texts(
                                "SELECT operation FROM audit_events WHERE resource_id = ? AND operation LIKE '%doubt%'"
                                        + " ORDER BY event_id",
                                one.value().toString()))
                .containsExactly("proposal.doubt_dismissed", "proposal.doubt_dismissal_undone");
    }

    @Test
    void raisesADoubtOfAnotherReasonOnceOneOfTheTwoIsChanged() {
        var stored = told.store(LEASE, LEASE.about("Your week"));
        var one = stored.getFirst();
        var other = stored.getLast();
        var path = "/api/proposals/" + one.value();
        var dismissal = path + "/doubts/" + other.value() + "/dismissal";
        assertThat(reasons(one)).containsExactly("same_work_in_another_mail");
        api.send("PUT", dismissal, null);

        var changed = api.patch(path, "{\"duration_minutes\": 60}");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);

        assertThat(reasons(one)).containsExactly("similar_work_that_day");
        assertThat(reasons(other)).containsExactly("similar_work_that_day");
        assertThat(api.send("PUT", dismissal, null).status()).isEqualTo(204);
        assertThat(reasons(one)).isEmpty();
        api.patch(path, "{\"duration_minutes\": 120}");
        assertThat(reasons(one)).as("looked at before").isEmpty();
    }

    @Test
    void keepsNoDismissalBesideWhatIsNoMore() {
        var entry = api.post("/api/time-entries", """
                        {"start_time": "2026-03-10T14:00:00Z", "end_time": "2026-03-10T16:00:00Z",
                         "description": "Drafting the harbour lease"}
                        """);
        assertThat(entry.status()).as(entry.body()).isEqualTo(201);
        var stored = told.store(LEASE, LEASE.about("Your week"));
        var one = "/api/proposals/" + stored.getFirst().value() + "/doubts/";
        assertThat(api.send("PUT", one + entry.text("/id") + "/dismissal", null).status())
                .isEqualTo(204);
        assertThat(api.send("PUT", one + stored.getLast().value() + "/dismissal", null)
                        .status())
                .isEqualTo(204);
        assertThat(dismissed(stored.getFirst())).isEqualTo(2);

        api.delete("/api/time-entries/" + entry.text("/id"));
        assertThat(dismissed(stored.getFirst())).isEqualTo(1);
        new Rows(database())
                .update(
                        "DELETE FROM proposals WHERE proposal_id = ?",
                        stored.getLast().value());
        assertThat(dismissed(stored.getFirst())).isZero();
    }

    private int dismissed(ProposalId id) {
        return new Rows(database())
                .texts("SELECT 1 FROM dismissed_doubts WHERE proposal_id = ?", id.value())
                .size();
    }

    private List<String> reasons(ProposalId id) {
        return api.get("/api/proposals/" + id.value())
                .json()
                .at("/doubts")
                .valueStream()
                .map(doubt -> doubt.at("/reason").asString(""))
                .toList();
    }

    private List<String> doubts(ProposalId id) {
        return api.get("/api/proposals/" + id.value())
                .json()
                .at("/doubts")
                .valueStream()
                .map(doubt -> doubt.at("/proposal_id").asString(""))
                .toList();
    }
}
