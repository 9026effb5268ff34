package io.tenth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.store.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server is killed again and again while it reads a mailbox; the mail server and the database go on. */
class MailboxKillTest {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxKillTest.class);
    private static final int MESSAGES = 2_000;

    /** More of them with {@code -Dtenth.kills=20}; each takes a start of the server. */
    private static final int KILLS = Integer.getInteger("tenth.kills", 3);

    private final long seed = Long.getLong("tenth.seed", System.nanoTime());

    @TempDir
    private Path home;

    @TempDir
    private Path data;

    @Test
    void recordsEachMessageOnceHoweverOftenItIsKilled() throws Exception {
        LOG.info("seed {}", seed);
        var random = new Random(seed);
        try (var postgres = EmbeddedPostgres.start(data);
                var mailbox = ImapMailbox.holding(MESSAGES)) {
            var settings = settings(postgres, mailbox);
            Books books;
            String scan;
            var amid = 0;
            try (var server = RunningServer.start(home, settings)) {
                FirstAccount.make(server);
                var api = Api.signedIn(server);
                books = new Books(postgres, api.id());
                scan = mailbox.connect(api, books);
                amid += killed(server, books, random);
            }
            for (var kills = 1; kills < KILLS; kills++) {
                try (var server = RunningServer.start(home, settings)) {
                    amid += killed(server, books, random);
                }
            }
            LOG.info("{} kills, {} of them amid the scan", KILLS, amid);

            assertEndsWell(settings, scan, books);
            assertThat(amid).as("kills amid the scan").isGreaterThan(KILLS / 2);
        }
    }

    private void assertEndsWell(Map<String, String> settings, String scan, Books books) throws Exception {
        try (var server = RunningServer.start(home, settings)) {
            var api = Api.signedIn(server);
            Waiting.until("the scan has ended", () -> api.get(scan).isOver());

            assertThat(api.get(scan).state()).as("with the seed %d", seed).isEqualTo("done");
            assertThat(api.get(scan).messagesNew()).as("with the seed %d", seed).isEqualTo(MESSAGES);
            books.assertEachOnce(MESSAGES);
        }
    }

    /** Kills it after some more messages; returns 1 where the scan was not over yet. */
    private static int killed(RunningServer server, Books books, Random random) throws Exception {
        var enough = books.messages() + 1 + random.nextInt(MESSAGES / KILLS / 2);
        Waiting.until("the scan has come further", () -> books.messages() >= Math.min(enough, MESSAGES));
        server.kill();
        return books.number("SELECT count(*) FROM scans WHERE state = 'running'");
    }

    private static Map<String, String> settings(EmbeddedPostgres postgres, ImapMailbox mailbox) throws IOException {
        var settings = new HashMap<>(Books.settings(postgres));
        settings.putAll(mailbox.settings());
        return settings;
    }
}
