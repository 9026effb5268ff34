package io.tenth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.store.Credentials;
import io.tenth.store.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one database, while one of them scans: it stands still for longer than its lease, or a new version takes its place. */
class TwoNodesTest {

    private static final int MESSAGES = 2_000;
    private static final int BEFORE_THE_STOP = 200;

    @TempDir
    private Path home;

    @TempDir
    private Path data;

    @TempDir
    private Path files;

    @Test
    void finishesAScanOnTheOtherNodeAndStoresNothingLate() throws Exception {
        var mbox = Mailbox.writeLong(files.resolve("sent.mbox"), MESSAGES);
        try (var postgres = EmbeddedPostgres.start(data);
                var first = RunningServer.start(home, settings(postgres))) {
            FirstAccount.make(first);
            var scan = signedIn(first).upload(mbox);
            var onFirst = signedIn(first);
            Waiting.until("the scan is under way", () -> read(onFirst.get(scan)) >= BEFORE_THE_STOP);
            first.signal("STOP");
            try (var second = RunningServer.start(home, settings(postgres))) {
                var onSecond = signedIn(second);
                Waiting.until("the other node has finished it", () -> isDone(onSecond.get(scan)));
                first.signal("CONT");
                Waiting.until("the first node is awake", () -> isDone(onFirst.get(scan)));

                assertRecordedOnce(onSecond.get(scan));
            }
        }
    }

    @Test
    void handsAScanOverWhenANewVersionTakesItsPlace() throws Exception {
        var mbox = Mailbox.writeLong(files.resolve("sent.mbox"), MESSAGES);
        try (var postgres = EmbeddedPostgres.start(data)) {
            String scan;
            RunningServer successor;
            try (var old = RunningServer.start(home, settings(postgres))) {
                FirstAccount.make(old);
                scan = signedIn(old).upload(mbox);
                var onOld = signedIn(old);
                var path = scan;
                Waiting.until("the scan is under way", () -> read(onOld.get(path)) >= BEFORE_THE_STOP);
                successor = RunningServer.start(home, settings(postgres));
            }
            try (successor) {
                var onSuccessor = signedIn(successor);
                var path = scan;
                Waiting.until("the new version has finished it", () -> isDone(onSuccessor.get(path)));

                assertRecordedOnce(onSuccessor.get(scan));
            }
        }
    }

    private static void assertRecordedOnce(Api.Answer scan) {
        assertThat(read(scan)).isEqualTo(MESSAGES);
        assertThat(scan.body().path("messages_known").asInt()).isZero();
        assertThat(scan.body().path("proposals_found").asInt()).isEqualTo(Mailbox.entriesIn(MESSAGES));
    }

    private static Map<String, String> settings(EmbeddedPostgres postgres) {
        var database = postgres.database();
        return Map.of(
                "DATABASE_URL", address(database.jdbcUrl(), database.app()),
                "DATABASE_OWNER_URL", address(database.jdbcUrl(), database.owner()));
    }

    private static String address(String jdbcUrl, Credentials credentials) {
        return jdbcUrl + (jdbcUrl.contains("?") ? "&" : "?") + "user=" + credentials.user() + "&password="
                + credentials.password();
    }

    private static Api signedIn(RunningServer server) throws IOException, InterruptedException {
        var api = new Api(server.address());
        api.signIn(FirstAccount.EMAIL, FirstAccount.PASSWORD);
        return api;
    }

    private static int read(Api.Answer scan) {
        return scan.body().path("messages_new").asInt();
    }

    private static boolean isDone(Api.Answer scan) {
        return scan.body().path("state").asString().equals("done");
    }
}
