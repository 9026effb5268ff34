package io.tenth.benchmark.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Requests over some connections, for a while. Each connection has people of its own, whom it serves in turn.
 *
 * @param rate requests a second over all connections, each due at its time whether the one before was answered or not, and timed from
 *     then; 0 to send the next as soon as one is answered
 */
record Drive(int port, List<Person> people, int connections, int rate) {

    private static final int HUNDRED = 100;

    /** What came of it. */
    record Outcome(Map<Operation, Latencies> latencies, int errors, Duration time) {

        Latencies of(Operation operation) {
            return Drive.of(operation, latencies);
        }

        double perSecond(Operation operation) {
            return of(operation).count() / (time.toNanos() / 1e9);
        }

        Latencies all() {
            return Latencies.sum(latencies.values());
        }
    }

    private static Latencies of(Operation operation, Map<Operation, Latencies> all) {
        return Objects.requireNonNull(all.get(operation));
    }

    Outcome only(Operation operation, Duration time) throws IOException, InterruptedException {
        return run(random -> operation, time);
    }

    /** All operations, each by its share. */
    Outcome mixed(Duration time) throws IOException, InterruptedException {
        return run(Drive::byShare, time);
    }

    private static Operation byShare(RandomGenerator random) {
        var at = random.nextInt(HUNDRED);
        for (var operation : Operation.values()) {
            at -= operation.share();
            if (at < 0) {
                return operation;
            }
        }
        throw new IllegalStateException("the shares of the operations are not a hundred percent");
    }

    private interface Choice {
        Operation next(RandomGenerator random);
    }

    private Outcome run(Choice choice, Duration time) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        var workers = new ArrayList<Worker>();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var running = new ArrayList<Future<?>>();
            for (var number = 0; number < connections; number++) {
                var worker = new Worker(number, begun, begun + time.toNanos());
                workers.add(worker);
                running.add(threads.submit(() -> worker.run(choice)));
            }
            for (var each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("a connection broke: " + e.getCause(), e);
        }
        var latencies = new EnumMap<Operation, Latencies>(Operation.class);
        for (var operation : Operation.values()) {
            latencies.put(
                    operation,
                    Latencies.sum(workers.stream()
                            .map(worker -> worker.latencies.get(operation))
                            .toList()));
        }
        return new Outcome(
                latencies,
                workers.stream().mapToInt(worker -> worker.errors).sum(),
                Duration.ofNanos(System.nanoTime() - begun));
    }

    private final class Worker {

        private final List<Person> served = new ArrayList<>();
        private final boolean[] timerRuns;
        private final Map<Operation, Latencies> latencies = new EnumMap<>(Operation.class);
        private final RandomGenerator random;
        private final long end;
        private long due;
        private int errors;
        private int turn;

        Worker(int number, long begin, long end) {
            for (var at = number; at < people.size(); at += connections) {
                served.add(people.get(at));
            }
            timerRuns = new boolean[served.size()];
            random = RandomGeneratorFactory.of("L64X128MixRandom").create(number);
            due = rate == 0 ? begin : begin + number * 1_000_000_000L / rate;
            this.end = end;
            for (var operation : Operation.values()) {
                latencies.put(operation, new Latencies());
            }
        }

        @Nullable
        Void run(Choice choice) throws IOException {
            try (var connection = new Connection(port)) {
                stopTimers(connection);
                for (var start = next(); start < end; start = next()) {
                    one(choice.next(random), start, connection);
                }
                stopTimers(connection);
            }
            return null;
        }

        /** When the next request is due; waits until then. */
        private long next() {
            var now = System.nanoTime();
            if (rate == 0) {
                return now;
            }
            var start = due;
            due += connections * 1_000_000_000L / rate;
            for (; now < start && start < end; now = System.nanoTime()) {
                LockSupport.parkNanos(start - now);
            }
            return start;
        }

        private void one(Operation operation, long start, Connection connection) throws IOException {
            var runs = timerRuns[turn];
            var status = connection.send(operation.request(served.get(turn), random, runs));
            Drive.of(operation, latencies).add(System.nanoTime() - start);
            if (status != 200 && status != 201) {
                errors++;
            } else if (operation == Operation.TIMER) {
                timerRuns[turn] = !runs;
            }
            if (operation != Operation.TIMER || runs) {
                turn = (turn + 1) % served.size();
            }
        }

        private void stopTimers(Connection connection) throws IOException {
            for (var person : served) {
                connection.send(Request.post("/api/time-entries/stop", person.token(), ""));
            }
        }
    }
}
