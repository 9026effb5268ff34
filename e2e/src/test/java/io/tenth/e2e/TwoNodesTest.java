package io.tenth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.store.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes on one database, while one of them scans a file, or a mailbox: it stands still for longer than its lease, or a new
 * version takes its place.
 */
class TwoNodesTest {

    private static final int MESSAGES = 2_000;
    private static final int BEFORE_THE_STOP = 200;

    @TempDir
    private Path home;

    @TempDir
    private Path data;

    @TempDir
    private Path files;

    /** Begins the scan, and returns its path. */
    @FunctionalInterface
    private interface Begin {
        String of(Api api, Books books) throws Exception;
    }

    @Test
    void finishesAScanOnTheOtherNodeAndStoresNothingLate() throws Exception {
        standsStill(this::file, Map.of());
    }

    @Test
    void readsAMailboxOnTheOtherNodeAndStoresNothingLate() throws Exception {
        try (var mailbox = ImapMailbox.holding(MESSAGES)) {
            standsStill(mailbox::connect, mailbox.settings());
        }
    }

    @Test
    void handsAScanOverWhenANewVersionTakesItsPlace() throws Exception {
        isReplaced(this::file, Map.of());
    }

    @Test
    void handsAMailboxOverWhenANewVersionTakesItsPlace() throws Exception {
        try (var mailbox = ImapMailbox.holding(MESSAGES)) {
            isReplaced(mailbox::connect, mailbox.settings());
        }
    }

    private String file(Api api, Books books) throws Exception {
        return api.upload(Mailbox.writeLong(files.resolve("sent.mbox"), MESSAGES));
    }

    private void standsStill(Begin begin, Map<String, String> more) throws Exception {
        try (var postgres = EmbeddedPostgres.start(data);
                var first = RunningServer.start(home, settings(postgres, more))) {
            FirstAccount.make(first);
            var onFirst = Api.signedIn(first);
            var books = new Books(postgres, onFirst.id());
            var scan = begin.of(onFirst, books);
            Waiting.until("the scan is under way", () -> books.messages() >= BEFORE_THE_STOP);
            first.signal("STOP");
            assertThat(books.messages()).as("read when it stood still").isLessThan(MESSAGES);
            try (var second = RunningServer.start(home, settings(postgres, more))) {
                var onSecond = Api.signedIn(second);
                Waiting.until(
                        "the other node has finished it",
                        () -> onSecond.get(scan).isOver());
                first.signal("CONT");
                Waiting.until("the first node is awake", () -> onFirst.get(scan).isOver());

                assertRecordedOnce(onSecond.get(scan), books);
            }
        }
    }

    private void isReplaced(Begin begin, Map<String, String> more) throws Exception {
        try (var postgres = EmbeddedPostgres.start(data)) {
            String scan;
            Books books;
            RunningServer successor;
            try (var old = RunningServer.start(home, settings(postgres, more))) {
                FirstAccount.make(old);
                var onOld = Api.signedIn(old);
                books = new Books(postgres, onOld.id());
                scan = begin.of(onOld, books);
                var read = books;
                Waiting.until("the scan is under way", () -> read.messages() >= BEFORE_THE_STOP);
                successor = RunningServer.start(home, settings(postgres, more));
            }
            try (successor) {
                var onSuccessor = Api.signedIn(successor);
                var path = scan;
                Waiting.until(
                        "the new version has finished it",
                        () -> onSuccessor.get(path).isOver());

                assertRecordedOnce(onSuccessor.get(scan), books);
            }
        }
    }

    private static void assertRecordedOnce(Api.Answer scan, Books books) {
        assertThat(scan.state()).isEqualTo("done");
        assertThat(scan.messagesNew()).isEqualTo(MESSAGES);
        assertThat(scan.body().path("messages_known").asInt()).isZero();
        assertThat(scan.body().path("proposals_found").asInt()).isEqualTo(Mailbox.entriesIn(MESSAGES));
        books.assertEachOnce(MESSAGES);
    }

    private static Map<String, String> settings(EmbeddedPostgres postgres, Map<String, String> more) {
        var settings = new HashMap<>(Books.settings(postgres));
        settings.putAll(more);
        return settings;
    }
}
