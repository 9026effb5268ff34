package io.tenth.benchmark;

import io.tenth.extraction.Context;
import io.tenth.extraction.SentMessage;
import io.tenth.extraction.TimeExtractor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The whole engine over mail, between a scan by hand and four regular expressions over the same text in the same run. One
 * operation is all messages, about a megabyte; {@code megabytes} counts them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 12, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ExtractionBenchmark {

    private static final int MESSAGES = 1000;
    private static final List<Pattern> NAIVE = List.of(
            Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(?:hours?|hrs?|h)\\b", Pattern.CASE_INSENSITIVE),
            Pattern.compile("(\\d+)\\s*(?:minutes?|mins?|m)\\b", Pattern.CASE_INSENSITIVE),
            Pattern.compile("\\((\\.\\d)\\)"),
            Pattern.compile("from (\\d{1,2}:\\d{2}) to (\\d{1,2}:\\d{2})", Pattern.CASE_INSENSITIVE));

    private final TimeExtractor extractor = new TimeExtractor();
    private final List<SentMessage> messages = MailText.messages(MESSAGES);
    private final List<byte[]> bytes = messages.stream()
            .map(message -> message.body().getBytes(StandardCharsets.ISO_8859_1))
            .toList();
    private final double size = bytes.stream().mapToLong(body -> body.length).sum() / 1e6;

    /** How many millions of characters were read. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Read {

        public double megabytes;

        @Setup(Level.Iteration)
        public void reset() {
            megabytes = 0;
        }
    }

    @Benchmark
    public int engine(Read read) {
        var found = 0;
        for (var message : messages) {
            found += extractor.extract(message, Context.none()).mentions().size();
        }
        read.megabytes += size;
        return found;
    }

    @Benchmark
    public int scanByHand(Read read) {
        var found = 0;
        for (var body : bytes) {
            found += NumberScan.count(body);
        }
        read.megabytes += size;
        return found;
    }

    @Benchmark
    public int fourRegularExpressions(Read read) {
        var found = 0;
        for (var message : messages) {
            for (var pattern : NAIVE) {
                var matcher = pattern.matcher(message.body());
                while (matcher.find()) {
                    found++;
                }
            }
        }
        read.megabytes += size;
        return found;
    }
}
