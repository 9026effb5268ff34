package io.tenth.capture;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What an operator sees of the analysis of messages: how many, how long each took, what failed. */
@Component
class ScanMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(ScanMetrics.class);
    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        SLOW,
        Duration.ofSeconds(5),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;
    private final Timer time;
    private final Counter entries;
    private final Counter unreadable;
    private final Counter tooLong;
    private final Counter slow;
    private final Counter passed;

    ScanMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.time = Timer.builder("time.tracking.processing")
                .description("How long one message took to be taken apart and analysed")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        this.entries = Counter.builder("time.tracking.entries.processed")
                .description("Times that were found in messages")
                .register(registry);
        this.unreadable = errors("unreadable", registry);
        this.tooLong = errors("too_long", registry);
        this.slow = Counter.builder("time.tracking.slow.messages")
                .description("Messages that took longer than two seconds")
                .register(registry);
        this.passed = Counter.builder("tenth.cache.gets")
                .description("Lookups of what was worked out before")
                .tags("cache", "seen", "result", "hit")
                .register(registry);
    }

    /** Watches how many threads work on messages that were given up. */
    void watch(Workbench workbench) {
        Gauge.builder("time.tracking.left.behind", workbench, Workbench::leftBehind)
                .description("Threads at work on messages that took too long and were given up")
                .strongReference(true)
                .register(registry);
    }

    /**
     * Counts a message.
     *
     * @param measured whether its owner lets its time be measured; that it was far too long is told all the same
     */
    void processed(Finding finding, long nanos, boolean measured) {
        if (measured) {
            time.record(nanos, TimeUnit.NANOSECONDS);
        }
        switch (finding) {
            case Finding.Analysed analysed -> entries.increment(analysed.found().size());
            case Finding.Failed failed -> unreadable.increment();
            case Finding.NotSought other -> {}
        }
        if (nanos > SLOW.toNanos()) {
            warnOfSlowness();
        }
    }

    void tooLong() {
        tooLong.increment();
        warnOfSlowness();
    }

    void passed(int messages) {
        passed.increment(messages);
    }

    private void warnOfSlowness() {
        slow.increment();
        LOG.warn("the analysis of a message took longer than {} s", SLOW.toSeconds());
    }

    private static Counter errors(String type, MeterRegistry registry) {
        return Counter.builder("time.tracking.errors")
                .description("Messages of which no time could be learnt")
                .tag("error_type", type)
                .register(registry);
    }
}
