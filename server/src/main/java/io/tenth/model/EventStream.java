package io.tenth.model;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The server-sent events of a streamed answer: no line and no answer longer than a limit, no silence longer than another, and
 * nothing after the end of the dialogue, however slowly it trickles.
 */
final class EventStream {

    private static final int LONGEST_LINE = 256 * 1024;
    private static final int LONGEST = 2 * 1024 * 1024;
    private static final int LINES_AHEAD = 256;
    private static final String DATA = "data:";
    private static final String DONE = "[DONE]";

    private final InputStream body;
    private final Dialogue dialogue;
    private final Duration longestSilence;
    private final Clock clock;
    private final BlockingQueue<Line> lines = new ArrayBlockingQueue<>(LINES_AHEAD);
    private int read;

    EventStream(InputStream body, Dialogue dialogue, Duration longestSilence, Clock clock) {
        this.body = new BufferedInputStream(body);
        this.dialogue = dialogue;
        this.longestSilence = longestSilence;
        this.clock = clock;
    }

    /** What comes next. */
    private sealed interface Line {
        record Text(String text) implements Line {}

        record End() implements Line {}

        record Broken(ModelException why) implements Line {}
    }

    /** Returns after the last event. */
    void tell(Dialogue.Listener listener) throws ModelException {
        var reader = Thread.ofVirtual().name("model-stream").start(this::read);
        var stopped = dialogue.stopped().thenRun(() -> lines.offer(new Line.Broken(ModelException.resting())));
        try {
            while (takes(next(), listener)) {
                // the next one
            }
            listener.end();
        } finally {
            stopped.cancel(false);
            reader.interrupt();
        }
    }

    /** Whether there may be more. An event is one line of data: no service splits its JSON. */
    private static boolean takes(Line line, Dialogue.Listener listener) throws ModelException {
        return switch (line) {
            case Line.End end -> false;
            case Line.Broken broken -> throw broken.why();
            case Line.Text text -> {
                var data = text.text().startsWith(DATA)
                        ? text.text().substring(DATA.length()).strip()
                        : "";
                var more = !data.equals(DONE);
                if (more && !data.isEmpty()) {
                    listener.hear(data);
                }
                yield more;
            }
        };
    }

    private Line next() throws ModelException {
        if (dialogue.stopped().isDone()) {
            throw ModelException.resting();
        }
        var left = Duration.between(clock.instant(), dialogue.end());
        var wait = left.compareTo(longestSilence) < 0 ? left : longestSilence;
        try {
            var line = wait.isPositive() ? lines.poll(wait.toNanos(), TimeUnit.NANOSECONDS) : null;
            if (line == null) {
                throw ModelException.slow();
            }
            return line;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw ModelException.resting();
        }
    }

    private void read() {
        try {
            for (var line = line(); line != null; line = line()) {
                lines.put(new Line.Text(line));
            }
            lines.put(new Line.End());
        } catch (TooLong endless) {
            put(ModelException.garbled());
        } catch (IOException broken) {
            put(ModelException.broken());
        } catch (InterruptedException nobodyListens) {
            Thread.currentThread().interrupt();
        }
    }

    private void put(ModelException why) {
        try {
            lines.put(new Line.Broken(why));
        } catch (InterruptedException nobodyListens) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = body.read(); next >= 0; next = body.read()) {
            if (++read > LONGEST || line.size() > LONGEST_LINE) {
                throw new TooLong();
            }
            if (next == '\n') {
                return line.toString(StandardCharsets.UTF_8).stripTrailing();
            }
            line.write(next);
        }
        return line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8);
    }

    /** There is more than anybody would have to say. */
    private static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
