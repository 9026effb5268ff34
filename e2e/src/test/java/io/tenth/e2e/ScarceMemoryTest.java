package io.tenth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.store.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operating system gives the server no more memory while it reads a mailbox: it lives through that, or is started again. */
class ScarceMemoryTest {

    private static final Logger LOG = LoggerFactory.getLogger(ScarceMemoryTest.class);
    private static final int MESSAGES = 2_000;
    private static final int BEFORE = 200;
    private static final long LONGEST_SECONDS = 5;
    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");

    @TempDir
    private Path home;

    @TempDir
    private Path data;

    @Test
    void losesAndDoublesNothing() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(PRLIMIT), "only Linux takes memory from a process that runs");
        try (var postgres = EmbeddedPostgres.start(data);
                var mailbox = ImapMailbox.holding(MESSAGES)) {
            var settings = new HashMap<>(Books.settings(postgres));
            settings.putAll(mailbox.settings());
            Books books;
            String scan;
            try (var server = RunningServer.start(home, settings)) {
                FirstAccount.make(server);
                var api = Api.signedIn(server);
                books = new Books(postgres, api.id());
                scan = mailbox.connect(api, books);
                var read = books;
                Waiting.until("the scan is under way", () -> read.messages() >= BEFORE);
                limitMemory(server, "1");
                var dead = server.process().waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
                LOG.info("{}, having read {}", dead ? "it died" : "it lived", books.messages());
                assertThat(books.messages()).as("read when memory was short").isLessThan(MESSAGES);
                limitMemory(server, "unlimited");
                if (!dead) {
                    awaitEnd(scan, api);
                }
            }
            try (var server = RunningServer.start(home, settings)) {
                var api = Api.signedIn(server);
                awaitEnd(scan, api);
                assertThat(api.get(scan).state()).isEqualTo("done");
                assertThat(api.get(scan).messagesNew()).isEqualTo(MESSAGES);
                books.assertEachOnce(MESSAGES);
            }
        }
    }

    private static void awaitEnd(String scan, Api api) throws Exception {
        Waiting.until("the scan has ended", () -> api.get(scan).isOver());
    }

    /** What it has it keeps, and is given no more than so many bytes in all. */
    private static void limitMemory(RunningServer server, String bytes) throws IOException, InterruptedException {
        new ProcessBuilder(
                        PRLIMIT.toString(),
                        "--pid",
                        Long.toString(server.process().pid()),
                        "--as=" + bytes + ":unlimited")
                .start()
                .waitFor();
    }
}
