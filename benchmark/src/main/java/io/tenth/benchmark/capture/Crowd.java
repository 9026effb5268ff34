package io.tenth.benchmark.capture;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Many people who scan a hundred messages each: one after another, then at once. */
final class Crowd {

    private static final int MESSAGES = 100;
    private static final int WARM_UP = 20;

    private final ServerUnderLoad server;
    private final Path folder;
    private final PrintWriter out;

    Crowd(ServerUnderLoad server, Path folder, PrintWriter out) {
        this.server = server;
        this.folder = folder;
        this.out = out;
    }

    void measure(int number) throws IOException, InterruptedException {
        var people = new ArrayList<ServerUnderLoad.Person>();
        for (var each = 0; each < number; each++) {
            people.add(server.join("person-" + each + "@firm.example"));
        }
        for (var time = 0; time < WARM_UP; time++) {
            oneAfterAnother("warm-up " + time, people.subList(0, 1));
        }
        Capture.sayLoad(out);
        var queue = oneAfterAnother("queue", people);
        out.printf("%d people, %d messages each, one after another: %d ms%n", number, MESSAGES, queue.toMillis());
        var scans = new ArrayList<String>();
        var mbox = MailFile.write(folder.resolve("sent.mbox"), MESSAGES, "crowd");
        var begun = System.nanoTime();
        for (var person : people) {
            scans.add(person.begin(mbox, person.newMailbox("crowd")));
        }
        var waits = new ArrayList<Duration>();
        for (var each = 0; each < number; each++) {
            waits.add(people.get(each).awaitEnd(scans.get(each)));
        }
        var all = Duration.ofNanos(System.nanoTime() - begun);
        waits.sort(null);
        out.printf(
                "at once: %d ms, %.2f of that; a person waited %d ms in the middle, %d ms at most%n",
                all.toMillis(),
                (double) all.toNanos() / queue.toNanos(),
                waits.get(number / 2).toMillis(),
                waits.getLast().toMillis());
    }

    private Duration oneAfterAnother(String name, List<ServerUnderLoad.Person> people)
            throws IOException, InterruptedException {
        var mbox = MailFile.write(folder.resolve("sent.mbox"), MESSAGES, name.replace(' ', '-'));
        var begun = System.nanoTime();
        for (var person : people) {
            person.scan(mbox, person.newMailbox(name));
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
