package io.tenth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server is killed in the middle of its work, as by a power cut, and started again on the same folder. */
class KillTest {

    private static final Logger LOG = LoggerFactory.getLogger(KillTest.class);
    private static final int MESSAGES = 2_000;
    private static final int BEFORE_THE_KILL = 200;
    /** More of them with {@code -Dtenth.kills=20}; each takes a start of the server. */
    private static final int KILLS = Integer.getInteger("tenth.kills", 2);

    private static final int DECIDED_BEFORE_THE_KILL = 20;

    @TempDir
    private Path home;

    @TempDir
    private Path files;

    @Test
    void losesAndDoublesNothingWhenKilledDuringAScan() throws Exception {
        var mbox = Mailbox.write(files.resolve("sent.mbox"), MESSAGES);
        String scan;
        try (var server = RunningServer.start(home)) {
            FirstAccount.make(server);
            var api = Api.signedIn(server);
            scan = api.upload(mbox);
            Waiting.until("the scan is under way", () -> messages(api.get(scan)) >= BEFORE_THE_KILL);
            server.kill();
        }

        try (var server = RunningServer.start(home)) {
            var api = Api.signedIn(server);
            assertThat(api.get(scan).state())
                    .as("the kill came in the middle of the scan")
                    .isEqualTo("running");
            Waiting.until("the scan has ended", () -> api.get(scan).state().equals("done"));
            var ended = api.get(scan).body();

            assertThat(ended.path("messages_new").asInt()
                            + ended.path("messages_known").asInt())
                    .isEqualTo(MESSAGES);
            assertThat(ended.path("messages_known").asInt()).isZero();
            assertThat(proposals(api, "proposed")).hasSize(Mailbox.entriesIn(MESSAGES));
        }
    }

    /** Killed again and again at random points, a scan ends with each message recorded once and each entry there once. */
    @Test
    void recordsEachMessageOnceHoweverOftenItIsKilled() throws Exception {
        var seed = Long.getLong("tenth.seed", System.nanoTime());
        LOG.info("seed {}", seed);
        var random = new Random(seed);
        var mbox = Mailbox.writeLong(files.resolve("sent.mbox"), MESSAGES);
        var scan = "";
        for (var kills = 0; kills < KILLS; kills++) {
            try (var server = RunningServer.start(home)) {
                if (scan.isEmpty()) {
                    FirstAccount.make(server);
                    scan = Api.signedIn(server).upload(mbox);
                }
                var path = scan;
                var before = messages(Api.signedIn(server).get(path));
                var more = random.nextInt(MESSAGES / KILLS + 1);
                var api = Api.signedIn(server);
                Waiting.until(
                        "the scan has come further",
                        () -> api.get(path).isOver() || messages(api.get(path)) >= before + more);
                server.kill();
            }
        }

        try (var server = RunningServer.start(home)) {
            var api = Api.signedIn(server);
            var path = scan;
            Waiting.until("the scan has ended", () -> api.get(path).isOver());
            var ended = api.get(scan).body();

            assertThat(ended.path("state").asString())
                    .as("with the seed %d", seed)
                    .isEqualTo("done");
            assertThat(ended.path("messages_new").asInt())
                    .as("with the seed %d", seed)
                    .isEqualTo(MESSAGES);
            assertThat(ended.path("messages_known").asInt())
                    .as("with the seed %d", seed)
                    .isZero();
            assertThat(proposals(api, "proposed")).as("with the seed %d", seed).hasSize(Mailbox.entriesIn(MESSAGES));
        }
    }

    @Test
    void keepsEveryApprovalThatItHadConfirmedWhenKilled() throws Exception {
        var confirmed = new ArrayList<String>();
        try (var server = RunningServer.start(home)) {
            FirstAccount.make(server);
            var api = Api.signedIn(server);
            var scan = api.upload(Mailbox.write(files.resolve("sent.mbox"), MESSAGES));
            Waiting.until("the scan has ended", () -> api.get(scan).state().equals("done"));
            var ids = List.copyOf(proposals(api, "proposed"));
            var approving = CompletableFuture.runAsync(() -> approve(ids, confirmed, api));
            Waiting.until("approvals are under way", () -> confirmed(confirmed).size() >= DECIDED_BEFORE_THE_KILL);
            server.kill();
            approving.exceptionally(killed -> null).join();
            assertThat(confirmed(confirmed))
                    .as("the kill came amid the approvals")
                    .hasSizeLessThan(ids.size());
        }

        try (var server = RunningServer.start(home)) {
            var api = Api.signedIn(server);
            var accepted = proposals(api, "accepted");

            assertThat(accepted).containsAll(confirmed(confirmed));
            assertThat(entries(api)).containsExactlyInAnyOrderElementsOf(accepted);
        }
    }

    private static void approve(List<String> ids, List<String> confirmed, Api api) {
        try {
            for (var id : ids) {
                if (api.post("/api/proposals/" + id + "/acceptance", "").status() == 201) {
                    synchronized (confirmed) {
                        confirmed.add(id);
                    }
                }
            }
        } catch (IOException serverKilled) {
            // What the test is about: whether this last approval counts, nobody was told.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> confirmed(List<String> confirmed) {
        synchronized (confirmed) {
            return List.copyOf(confirmed);
        }
    }

    /** The ids of all proposals in a state, each once. */
    private static Set<String> proposals(Api api, String state) throws IOException, InterruptedException {
        var ids = new HashSet<String>();
        var cursor = "";
        do {
            var page =
                    api.get("/api/proposals?limit=100&state=" + state + cursor).body();
            page.path("items")
                    .forEach(item ->
                            assertThat(ids.add(item.path("id").asString())).isTrue());
            cursor = page.path("next_cursor").isString()
                    ? "&cursor=" + page.path("next_cursor").asString()
                    : "";
        } while (!cursor.isEmpty());
        return ids;
    }

    /** The proposals that the person's time entries were made from. */
    private static List<String> entries(Api api) throws IOException, InterruptedException {
        var proposals = new ArrayList<String>();
        var cursor = "";
        do {
            var page = api.get("/api/time-entries?limit=100&from=2026-03-01&to=2026-03-31" + cursor)
                    .body();
            page.path("items")
                    .forEach(item -> proposals.add(item.path("proposal_id").asString()));
            cursor = page.path("next_cursor").isString()
                    ? "&cursor=" + page.path("next_cursor").asString()
                    : "";
        } while (!cursor.isEmpty());
        return proposals;
    }

    private static int messages(Api.Answer scan) {
        var body = scan.body();
        return body.path("messages_new").asInt() + body.path("messages_known").asInt();
    }
}
