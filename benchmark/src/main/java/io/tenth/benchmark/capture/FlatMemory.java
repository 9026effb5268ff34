package io.tenth.benchmark.capture;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The memory of the server after 10 messages, after 1,000, and all along a long file. */
final class FlatMemory {

    private static final int[] SHORT = {10, 1_000};
    private static final int FIRST_LOOK = 10_000;
    private static final int BETWEEN_LOOKS = 100_000;
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(200);

    private final ServerUnderLoad server;
    private final Path folder;
    private final PrintWriter out;

    FlatMemory(ServerUnderLoad server, Path folder, PrintWriter out) {
        this.server = server;
        this.folder = folder;
        this.out = out;
    }

    void measure(int messages) throws IOException, InterruptedException {
        var paul = server.join("paul@firm.example");
        Capture.sayLoad(out);
        for (var few : SHORT) {
            var mbox = MailFile.write(folder.resolve("few.mbox"), few, "few" + few);
            say(few, paul.scan(mbox, paul.newMailbox("few " + few)));
        }
        var mbox = MailFile.write(folder.resolve("many.mbox"), messages, "many");
        out.printf("a file of %,d messages, %.0f MB%n", messages, Files.size(mbox) / 1e6);
        var scan = paul.begin(mbox, paul.newMailbox("many"));
        Files.delete(mbox);
        var begun = System.nanoTime();
        var next = Math.min(FIRST_LOOK, messages);
        for (var read = paul.progress(scan); !read.over(); read = paul.progress(scan)) {
            if (read.messages() >= next) {
                say(read.messages(), Duration.ofNanos(System.nanoTime() - begun));
                next = next < BETWEEN_LOOKS ? BETWEEN_LOOKS : next + BETWEEN_LOOKS;
            }
            LockSupport.parkNanos(BETWEEN_QUESTIONS.toNanos());
        }
        var read = paul.progress(scan);
        say(read.messages(), read.took());
    }

    /** The server collects its garbage here, which is in the time of what follows. */
    private void say(int messages, Duration took) throws IOException, InterruptedException {
        var seconds = took.toNanos() / 1e9;
        out.printf(
                "%,9d messages  %6.1f s  %,6.0f/s  live heap %d MB  %s%n",
                messages, seconds, messages / seconds, server.liveHeapMegabytes(), server.memory());
        out.flush();
    }
}
