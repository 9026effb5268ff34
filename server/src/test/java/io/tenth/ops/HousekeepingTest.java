package io.tenth.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ServerTest;
import io.tenth.identity.Account;
import io.tenth.shared.Role;
import io.tenth.store.Rows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is over goes, whosever it is, and nothing else does. */
class HousekeepingTest extends ServerTest {

    private static final String ENTRY = """
            {"date_performed": "2026-03-10", "duration": "1h30", "description": "Lease"}""";

    /** What a person has of each kind, and how it is made so old that its time is over. */
    private static final Map<String, String> AGED = new LinkedHashMap<>(Map.of(
            "sessions", "expires_at = now() - interval '1 second'",
            "password_resets", "expires_at = now() - interval '1 second'",
            "idempotency_keys", "expires_at = now() - interval '1 second'",
            "deleted_time_entries", "deleted_at = now() - interval '30 days 1 second'"));

    @Autowired
    private Housekeeping housekeeping;

    private final Rows rows = new Rows(database());
    private Account old;
    private Account young;

    @BeforeEach
    void leaveSomethingOfEachKind() {
        old = newPerson();
        young = newPerson();
        var administrator = api(newPerson(Role.ADMIN));
        for (var person : List.of(old, young)) {
            var api = api(person).with("Idempotency-Key", "made");
            var entry = api.post("/api/time-entries", ENTRY);
            assertThat(entry.status()).isEqualTo(201);
            assertThat(api(person).delete(entry.header("Location")).status()).isEqualTo(204);
            administrator.post("/api/users/" + person.id().value() + "/password-reset");
        }
        AGED.forEach((table, aged) -> rows.update(
                "UPDATE " + table + " SET " + aged + " WHERE user_id = ?",
                old.id().value()));
    }

    @Test
    void clearsOutWhatIsOverAndLeavesTheRest() {
        assertThat(AGED.keySet())
                .allSatisfy(table -> assertThat(left(table, old)).isPositive());

        housekeeping.clearOut();

        assertThat(AGED.keySet()).allSatisfy(table -> {
            assertThat(left(table, old)).as(table + " of the one").isZero();
            assertThat(left(table, young)).as(table + " of the other").isPositive();
        });
    }

    @Test
    void clearsOutLinksToJoinAndGuesses() {
        rows.update("UPDATE invitations SET expires_at = now() WHERE used_at IS NOT NULL");
        api().post("/api/auth/login", "{\"email\": \"nobody@old.example\", \"password\": \"Wrong-1-wrong\"}");
        rows.update("UPDATE sign_in_attempts SET touched_at = now() - interval '1 day'");
        api().post("/api/auth/login", "{\"email\": \"nobody@young.example\", \"password\": \"Wrong-1-wrong\"}");

        housekeeping.clearOut();

        assertThat(rows.texts("SELECT role FROM invitations WHERE used_at IS NOT NULL"))
                .isEmpty();
        assertThat(rows.texts("SELECT counter FROM sign_in_attempts")).hasSize(1);
    }

    @Test
    void isDoneByTwoNodesAtOnce() throws Exception {
        var together = new CyclicBarrier(2);
        Callable<Boolean> work = () -> {
            together.await();
            housekeeping.clearOut();
            return true;
        };
        try (var nodes = Executors.newFixedThreadPool(2)) {
            for (var done : nodes.invokeAll(List.of(work, work))) {
                assertThat(done.get()).isTrue();
            }
        }

        assertThat(AGED.keySet())
                .allSatisfy(table -> assertThat(left(table, old)).isZero());
    }

    private int left(String table, Account account) {
        return rows.texts(
                        "SELECT 'x' FROM " + table + " WHERE user_id = ?",
                        account.id().value())
                .size();
    }
}
