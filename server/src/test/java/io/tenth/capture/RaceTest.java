package io.tenth.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.identity.Account;
import io.tenth.mail.Mailboxes;
import io.tenth.mail.Upload;
import io.tenth.shared.DomainException;
import io.tenth.shared.ErrorCode;
import io.tenth.shared.ProposalId;
import io.tenth.shared.UploadId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Of decisions at the same time one is taken, and the others are told. */
class RaceTest extends ServerTest {

    private static final int AT_ONCE = 50;
    private static final int ROUNDS = 20;

    @Autowired
    private ApplicationContext server;

    @Autowired
    private TransactionTemplate transactions;

    private Account account;
    private ApiClient api;
    private StoredProposals stored;

    @BeforeEach
    void signIn() {
        account = newPerson();
        api = api(account);
        stored = new StoredProposals(server, database());
    }

    @Test
    void makesOneEntryOfFiftyAcceptances() throws Exception {
        var acceptance = path(stored.one(account.person())) + "/acceptance";

        var statuses =
                together(Collections.nCopies(AT_ONCE, () -> api.post(acceptance).status()));

        assertThat(statuses).containsOnly(201, 409).hasSize(AT_ONCE);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void letsAnAcceptanceOrARejectionWin() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var proposal = path(stored.one(account.person()));
            var before = entries();

            var statuses = together(List.of(
                    () -> api.post(proposal + "/acceptance").status(),
                    () -> api.post(proposal + "/rejection").status()));

            var accepted = statuses.getFirst() == 201;
            assertThat(statuses).isEqualTo(accepted ? List.of(201, 409) : List.of(409, 204));
            assertThat(api.get(proposal).text("/state")).isEqualTo(accepted ? "accepted" : "rejected");
            assertThat(entries() - before).isEqualTo(accepted ? 1 : 0);
        }
    }

    @Test
    void takesAnAcceptanceBackOnce() throws Exception {
        var acceptance = path(stored.one(account.person())) + "/acceptance";
        api.post(acceptance);

        var statuses =
                together(Collections.nCopies(10, () -> api.delete(acceptance).status()));

        assertThat(statuses.stream().filter(status -> status == 204)).hasSize(1);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(9);
        assertThat(entries()).isZero();
    }

    @Test
    void queuesTwentyScansAtMost() throws Exception {
        for (var waiting = 0; waiting < 19; waiting++) {
            stored.scan(account.person());
        }
        var mailbox = server.getBean(Mailboxes.class).named(Mailboxes.UPLOADS, account.person());
        var queue = server.getBean(ScanQueue.class);
        var progress = server.getBean(ScanProgress.class);
        Callable<Integer> start = () -> {
            try {
                return transactions.execute(status -> {
                    queue.requireRoom(account.person());
                    progress.queue(new Upload(UploadId.next(), mailbox, "sent.mbox", 1, 1), account.person());
                    return 201;
                });
            } catch (DomainException refused) {
                return ErrorCode.RATE_LIMIT_EXCEEDED == refused.code() ? 429 : 500;
            }
        };

        var statuses = together(Collections.nCopies(10, start));

        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(statuses.stream().filter(status -> status == 429)).hasSize(9);
    }

    private int entries() {
        return api.get("/api/time-entries?from=2026-03-10&to=2026-03-10")
                .json()
                .at("/items")
                .size();
    }

    private static String path(ProposalId proposal) {
        return "/api/proposals/" + proposal.value();
    }

    /** Does all of it at the same time. */
    private static List<Integer> together(List<Callable<Integer>> work) throws Exception {
        var start = new CyclicBarrier(work.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Integer>>();
            for (var step : work) {
                running.add(threads.submit(() -> {
                    start.await();
                    return step.call();
                }));
            }
            var done = new ArrayList<Integer>();
            for (var step : running) {
                done.add(step.get());
            }
            return done;
        }
    }
}
