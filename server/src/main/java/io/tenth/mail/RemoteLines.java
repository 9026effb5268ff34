package io.tenth.mail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The ways out of this node, one for each mailbox; those to the same host have one judgement of it. */
@Component
final class RemoteLines {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    /** An IMAP server may take a minute for one question: it looks through a folder while we wait. */
    private static final Duration DEADLINE_OF_IMAP = Duration.ofSeconds(75);

    /** A folder lies here, or on a disk of the network that has gone away. */
    private static final Duration DEADLINE_OF_A_FOLDER = Duration.ofMinutes(10);

    private static final Duration LEFT_ALONE = Duration.ofSeconds(10);
    private static final int LOOKS_BACK = 10;
    private static final int JUDGES_AFTER = 5;
    private static final int TRIAL_CALLS = 2;
    private static final float ILL_PERCENT = 50;

    /** People name the hosts of IMAP, so there may be as many as they like. */
    private static final int MOST = 10_000;

    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final Cache<String, RemoteLine> lines = forgetful();
    private final Cache<String, CircuitBreaker> breakers = forgetful();
    private final CircuitBreakerConfig judgement;
    private final Function<MailboxKind, Duration> deadlines;
    private final Clock clock;
    private final MeterRegistry registry;

    @Autowired
    RemoteLines(Clock clock, MeterRegistry registry) {
        this(RemoteLines::deadline, clock, registry);
    }

    /** With deadlines of its own. */
    RemoteLines(Function<MailboxKind, Duration> deadlines, Clock clock, MeterRegistry registry) {
        this.deadlines = deadlines;
        this.clock = clock;
        this.registry = registry;
        this.judgement = CircuitBreakerConfig.custom()
                .clock(clock)
                .slidingWindow(LOOKS_BACK, JUDGES_AFTER, SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(ILL_PERCENT)
                .waitDurationInOpenState(LEFT_ALONE)
                .permittedNumberOfCallsInHalfOpenState(TRIAL_CALLS)
                .build();
        Gauge.builder("tenth.mail.hosts.left.alone", this, RemoteLines::leftAlone)
                .description("Mail services that did not answer lately, and are not asked for a moment")
                .register(registry);
    }

    /**
     * The way to a mailbox.
     *
     * @param mailbox names it
     */
    RemoteLine to(MailboxKind kind, Connection connection, String mailbox) {
        return to(kind, connection, mailbox, Thread::sleep);
    }

    /** One of which the pauses pass as the sleeper has it. */
    RemoteLine to(MailboxKind kind, Connection connection, String mailbox, RemoteLine.Sleeper sleeper) {
        var service = kind.key() + " " + connection.service();
        return lines.get(mailbox + " at " + service, unknown -> line(service, kind, sleeper));
    }

    private RemoteLine line(String service, MailboxKind kind, RemoteLine.Sleeper sleeper) {
        return new RemoteLine(
                breakers.get(service, name -> CircuitBreaker.of(name, judgement)),
                deadlines.apply(kind),
                new Pauses(FIRST_PAUSE, LONGEST_PAUSE, new SecureRandom()),
                sleeper,
                clock,
                throttled(kind));
    }

    private long leftAlone() {
        return breakers.asMap().values().stream()
                .filter(breaker -> breaker.getState() == CircuitBreaker.State.OPEN)
                .count();
    }

    private Counter throttled(MailboxKind kind) {
        return Counter.builder("tenth.mail.throttled")
                .description("How often a mail service was asked too much, by its own word or by our budget of it")
                .tag("kind", kind.key())
                .register(registry);
    }

    private static Duration deadline(MailboxKind kind) {
        return switch (kind) {
            case IMAP -> DEADLINE_OF_IMAP;
            case FOLDER, FILE -> DEADLINE_OF_A_FOLDER;
            case GMAIL, GRAPH -> DEADLINE;
        };
    }

    private static <V> Cache<String, V> forgetful() {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(FORGOTTEN)
                .build();
    }
}
