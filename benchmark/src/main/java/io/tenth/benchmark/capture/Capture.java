package io.tenth.benchmark.capture;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import org.apache.james.mime4j.MimeException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * What it takes to get from a file of mail to stored, sealed, audited proposals: the packaged server on a database of its own. It
 * prints figures; nothing is asserted.
 */
@Command(
        name = "benchmark/capture",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Prints how fast a file of mail becomes stored proposals, and in how much memory.")
public final class Capture implements Callable<Integer> {

    private static final double MEGABYTE = 1e6;

    @Parameters(
            arity = "0..1",
            defaultValue = "60000",
            description = "Messages of the file that is scanned in rounds, cold and then seen: ${DEFAULT-VALUE}.")
    private int messages;

    @Option(names = "--rounds", defaultValue = "3", description = "How many: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--flat",
            description = "Instead, scan one file of so many messages, and print the memory on the way.")
    private int flat;

    @Option(
            names = "--people",
            description = "Instead, let so many people scan 100 messages each, one after another and at once.")
    private int people;

    @Option(names = "--heap", defaultValue = "256", description = "Megabytes for the server: ${DEFAULT-VALUE}.")
    private int heap;

    @Option(
            names = "--app",
            defaultValue = "server/target/app",
            description = "Folder of the packaged server: ${DEFAULT-VALUE}.")
    private Path app = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    private Capture() {}

    /** Runs it and ends the process with its exit status. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Capture()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var folder = Files.createTempDirectory("capture");
        try (var server = ServerUnderLoad.start(app, folder, heap)) {
            measure(server, folder, spec.commandLine().getOut());
        } finally {
            delete(folder);
        }
        return 0;
    }

    private void measure(ServerUnderLoad server, Path folder, PrintWriter out)
            throws IOException, InterruptedException, MimeException {
        if (flat > 0) {
            new FlatMemory(server, folder, out).measure(flat);
        } else if (people > 0) {
            new Crowd(server, folder, out).measure(people);
        } else {
            rounds(server, folder, out);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private void rounds(ServerUnderLoad server, Path folder, PrintWriter out)
            throws IOException, InterruptedException, MimeException {
        var paul = server.join("paul@firm.example");
        for (var round = 1; round <= rounds; round++) {
            var mbox = MailFile.write(folder.resolve("sent.mbox"), messages, "round" + round);
            out.printf("round %d, %d messages, %.1f MB%n", round, messages, Files.size(mbox) / MEGABYTE);
            sayLoad(out);
            var plain = PlainReader.read(mbox).toNanos() / 1e9;
            var mailbox = paul.newMailbox("round " + round);
            var begun = server.spent();
            var cold = paul.scan(mbox, mailbox).toNanos() / 1e9;
            var between = server.spent();
            var again = paul.scan(mbox, mailbox).toNanos() / 1e9;
            var ended = server.spent();
            out.printf(
                    "plain %,.0f/s  cold %,.0f/s (%.2f of plain)  seen before %,.0f/s (%.1f of cold)%n",
                    messages / plain, messages / cold, plain / cold, messages / again, cold / again);
            say("cold", between.since(begun), cold, out);
            say("seen before", ended.since(between), again, out);
            out.println(server.memory());
            out.flush();
        }
    }

    private void say(String name, ServerUnderLoad.Spent spent, double seconds, PrintWriter out) {
        out.printf(
                "microseconds of a processor a message, %s: server %.0f, database %.0f, in %.0f of time%n",
                name,
                spent.server().toNanos() / 1e3 / messages,
                spent.database().toNanos() / 1e3 / messages,
                seconds * 1e6 / messages);
    }

    static void sayLoad(PrintWriter out) {
        out.printf(
                "load of the machine before it: %.1f%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        out.flush();
    }
}
