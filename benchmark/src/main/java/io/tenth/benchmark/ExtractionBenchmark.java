package io.tenth.benchmark;

import io.tenth.extraction.Context;
import io.tenth.extraction.SentMessage;
import io.tenth.extraction.TimeExtractor;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The whole engine over mail, beside what a naive extractor does with four regular expressions over the same text in the same
 * run. One operation is {@value #MESSAGES} messages, about a megabyte.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ExtractionBenchmark {

    private static final int MESSAGES = 850;
    private static final List<Pattern> NAIVE = List.of(
            Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(?:hours?|hrs?|h)\\b", Pattern.CASE_INSENSITIVE),
            Pattern.compile("(\\d+)\\s*(?:minutes?|mins?|m)\\b", Pattern.CASE_INSENSITIVE),
            Pattern.compile("\\((\\.\\d)\\)"),
            Pattern.compile("from (\\d{1,2}:\\d{2}) to (\\d{1,2}:\\d{2})", Pattern.CASE_INSENSITIVE));

    private final TimeExtractor extractor = new TimeExtractor();
    private final List<SentMessage> messages = MailText.messages(MESSAGES);

    @Benchmark
    public int engine() {
        var found = 0;
        for (var message : messages) {
            found += extractor.extract(message, Context.none()).mentions().size();
        }
        return found;
    }

    @Benchmark
    public int fourRegularExpressions() {
        var found = 0;
        for (var message : messages) {
            for (var pattern : NAIVE) {
                var matcher = pattern.matcher(message.body());
                while (matcher.find()) {
                    found++;
                }
            }
        }
        return found;
    }
}
