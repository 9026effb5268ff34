package io.tenth.benchmark.load;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Many who sign in, each on a connection of their own and with the right password, at a rate that does not wait for the answers. */
final class SignInFlood implements AutoCloseable {

    private static final int BROKEN = 0;

    private final ConcurrentSkipListMap<Integer, AtomicInteger> answers = new ConcurrentSkipListMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int port;

    private SignInFlood(int port) {
        this.port = port;
    }

    /** Begins it; it ends by itself. */
    static SignInFlood begin(int port, List<Person> people, int rate, Duration time) {
        var flood = new SignInFlood(port);
        var begun = System.nanoTime();
        flood.threads.execute(() -> {
            for (var number = 0; System.nanoTime() < begun + time.toNanos(); number++) {
                var email = people.get(number % people.size()).email();
                flood.threads.execute(() -> flood.signIn(email));
                var due = begun + number * 1_000_000_000L / rate;
                for (var now = System.nanoTime(); now < due; now = System.nanoTime()) {
                    LockSupport.parkNanos(due - now);
                }
            }
        });
        return flood;
    }

    /** How many answers each status had; {@value #BROKEN} for a connection that broke. */
    SortedMap<Integer, AtomicInteger> answers() {
        return answers;
    }

    private void signIn(String email) {
        count(answer(email));
    }

    private int answer(String email) {
        try (var connection = new Connection(port)) {
            return connection.send(Request.post("/api/auth/login", People.credentials(email)));
        } catch (IOException broken) {
            return BROKEN;
        }
    }

    private void count(int status) {
        answers.computeIfAbsent(status, first -> new AtomicInteger()).incrementAndGet();
    }

    /** Waits for the last answer. */
    @Override
    public void close() {
        threads.close();
    }
}
