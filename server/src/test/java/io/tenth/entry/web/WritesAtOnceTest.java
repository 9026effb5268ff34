package io.tenth.entry.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.identity.Account;
import io.tenth.report.KeptTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Writes of one person's time that touch the same sums in opposite orders. Each is carried out, and none is in another's way. */
class WritesAtOnceTest extends ServerTest {

    private static final String ENTRIES = "/api/time-entries";
    private static final int ROUNDS = 15;

    @Autowired
    private KeptTotals totals;

    private Account account;
    private ApiClient api;

    @BeforeEach
    void signIn() {
        account = newPerson();
        api = api(account);
    }

    @Test
    void deletesATaskWhileItsEntriesMove() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var task = api.post("/api/tasks", "{\"title\": \"Read the lease\"}").header("Location");
            var id = task.substring(task.lastIndexOf('/') + 1);
            var requests = new ArrayList<Callable<Integer>>();
            requests.add(() -> api.delete(task).status());
            for (var day = 10; day < 14; day++) {
                var entry = entry("2026-03-" + day, ", \"task_id\": \"" + id + "\"");
                var other = "2026-03-" + (23 - day);
                requests.add(() -> move(entry, other));
            }

            assertThat(AtOnce.statuses(requests)).containsExactly(204, 200, 200, 200, 200);
        }
        assertThat(totals.wrong(account.person())).isZero();
    }

    @Test
    void letsTwoEntriesSwapTheirDays() throws Exception {
        var one = entry("2026-03-10", "");
        var other = entry("2026-03-11", "");
        for (var round = 0; round < ROUNDS; round++) {
            var there = round % 2 == 0 ? "2026-03-11" : "2026-03-10";
            var here = round % 2 == 0 ? "2026-03-10" : "2026-03-11";

            assertThat(AtOnce.statuses(List.of(() -> move(one, there), () -> move(other, here))))
                    .containsExactly(200, 200);
        }
        assertThat(totals.wrong(account.person())).isZero();
    }

    private String entry(String day, String more) {
        return api.post(ENTRIES, "{\"date_performed\": \"" + day + "\", \"duration\": \"1h\"" + more + "}")
                .header("Location");
    }

    private int move(String entry, String day) {
        return api.patch(entry, "{\"date_performed\": \"" + day + "\"}").status();
    }
}
