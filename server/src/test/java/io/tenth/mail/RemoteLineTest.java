package io.tenth.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tenth.TestClock;
import io.tenth.mail.MailServiceException.Reconnect;
import io.tenth.mail.MailServiceException.Throttled;
import io.tenth.mail.MailServiceException.Unavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RemoteLineTest {

    private final Unavailable silent = new Unavailable("away", new IOException("no route"));

    private final TestClock clock = TestClock.standing();
    private final List<Duration> slept = new ArrayList<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final RemoteLines lines = new RemoteLines(clock, registry);
    private final RemoteLine line = ofGmail("one");
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void triesAgainWhatMayPass() throws MailServiceException {
        assertThat(line.ask(failing(2, new Unavailable("away")))).isEqualTo("answer");

        assertThat(asked).hasValue(3);
        assertThat(slept).hasSize(2);
    }

    @Test
    void triesNothingAgainThatWillNotPass() {
        var gone = new Reconnect("The grant has ended.");

        assertThatExceptionOfType(Reconnect.class).isThrownBy(() -> line.ask(failing(9, gone)));

        assertThat(asked).hasValue(1);
    }

    @Test
    void waitsAsLongAsTheServiceAsks() throws MailServiceException {
        line.ask(failing(1, new Throttled("too much", Optional.of(Duration.ofSeconds(9)))));

        assertThat(slept)
                .singleElement()
                .satisfies(pause -> assertThat(pause).isGreaterThanOrEqualTo(Duration.ofSeconds(9)));
    }

    @Test
    void handsOnAPauseThatIsLongerThanItsDeadline() {
        var much = new Throttled("too much", Optional.of(Duration.ofMinutes(2)));

        assertThatExceptionOfType(Throttled.class).isThrownBy(() -> line.ask(failing(9, much)));

        assertThat(asked).hasValue(1);
        assertThat(slept).isEmpty();
    }

    @Test
    void endsWithItsDeadline() {
        var each = new Throttled("too much", Optional.of(Duration.ofSeconds(12)));

        assertThatExceptionOfType(Throttled.class).isThrownBy(() -> line.ask(failing(9, each)));

        assertThat(slept.stream().mapToLong(Duration::toSeconds).sum()).isLessThanOrEqualTo(30);
    }

    @Test
    void endsAQuestionThatIsNeverAnswered() {
        var never = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var hurried = new RemoteLine(
                CircuitBreaker.ofDefaults("hurried"),
                Duration.ofMillis(50),
                new Pauses(Duration.ofMillis(1), Duration.ofMillis(1), new Random(1)),
                this::sleep,
                clock,
                registry.counter("throttled"));

        assertThatExceptionOfType(RemoteLine.OutOfTimeException.class)
                .isThrownBy(() -> hurried.ask(() -> {
                    try {
                        never.await();
                        return "answer";
                    } catch (InterruptedException stopped) {
                        ended.countDown();
                        throw new Unavailable("stopped", stopped);
                    }
                }));

        assertThat(ended).satisfies(latch -> latch.await());
    }

    @Test
    void leavesAHostAloneThatFailsAndTakesItUpAgainSoonAfterItIsWell() throws MailServiceException {
        while (asked.get() < 100 && !isLeftAlone(line)) {
            assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> line.ask(failing(Integer.MAX_VALUE, silent)));
        }
        assertThat(asked.get()).as("calls until the breaker opens").isLessThanOrEqualTo(10);
        assertThat(registry.get("tenth.mail.hosts.left.alone").gauge().value()).isOne();
        assertThatExceptionOfType(Unavailable.class)
                .as("nobody else asks it either")
                .isThrownBy(() -> another().ask(() -> "well"));

        clock.advance(Duration.ofSeconds(11));

        for (var number = 0; number < 5; number++) {
            assertThat(line.ask(() -> "well")).isEqualTo("well");
        }
        assertThat(registry.get("tenth.mail.hosts.left.alone").gauge().value()).isZero();
    }

    @Test
    void leavesNoPortAloneForAnotherThatNobodyAnswers() throws MailServiceException {
        var wrong = ofImap(1);
        while (asked.get() < 100 && !isLeftAlone(wrong)) {
            assertThatExceptionOfType(Unavailable.class)
                    .isThrownBy(() -> wrong.ask(failing(Integer.MAX_VALUE, silent)));
        }

        assertThat(asked.get()).as("calls until the breaker opens").isLessThan(100);
        assertThat(ofImap(993).ask(() -> "well")).isEqualTo("well");
    }

    @Test
    void leavesNoHostAloneThatFailsOnOneMailboxOnly() throws MailServiceException {
        for (var number = 0; number < 50; number++) {
            assertThatExceptionOfType(Unavailable.class)
                    .isThrownBy(() -> line.ask(failing(Integer.MAX_VALUE, new Unavailable("error 500"))));
        }

        assertThat(another().ask(() -> "well")).isEqualTo("well");
        asked.set(0);
        assertThat(another().ask(failing(1, new Unavailable("error 500"))))
                .as("and has its own retries")
                .isEqualTo("answer");
        assertThat(asked).hasValue(2);
    }

    @Test
    void hasTimeForTheServiceHoweverLongItWaitedForItsOwnBudget() throws MailServiceException {
        var toll = line.unhurried(units -> clock.advance(Duration.ofMinutes(units)));
        var question = failing(1, new Unavailable("away"));

        var answer = line.ask(() -> {
            toll.pay(1);
            return question.answer();
        });

        assertThat(answer).isEqualTo("answer");
    }

    @Test
    void countsHowOftenTooMuchWasAsked() throws MailServiceException {
        line.ask(failing(2, new Throttled("too much", Optional.empty())));

        assertThat(registry.get("tenth.mail.throttled")
                        .tag("kind", "gmail")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void keepsRetriesToATenthOfTheCalls() throws MailServiceException {
        var retries = 0;
        for (var number = 0; number < 2_000; number++) {
            asked.set(0);
            try {
                line.ask(failing(number % 3 == 0 ? 1 : 0, new Throttled("too much", Optional.empty())));
            } catch (Throttled noRetryLeft) {
                assertThat(asked).hasValue(1);
            }
            retries += asked.get() - 1;
        }

        assertThat(retries).isBetween(150, 210);
    }

    @Test
    void doesNotTakeARefusalForAnIllness() throws MailServiceException {
        for (var number = 0; number < 50; number++) {
            assertThatExceptionOfType(Reconnect.class)
                    .isThrownBy(() -> line.ask(failing(9, new Reconnect("The grant has ended."))));
        }

        assertThat(line.ask(() -> "well")).isEqualTo("well");
    }

    /** The way to another mailbox of the same service. */
    private RemoteLine another() {
        return ofGmail("another");
    }

    private RemoteLine ofGmail(String mailbox) {
        var grant = new Connection.Grant("refresh", null, null, null);
        return lines.to(MailboxKind.GMAIL, grant, mailbox, this::sleep);
    }

    private RemoteLine ofImap(int port) {
        var server = new Connection.Imap("imap.firm.example", port, Connection.Security.TLS, "owner", "secret", null);
        return lines.to(MailboxKind.IMAP, server, "at " + port, this::sleep);
    }

    private boolean isLeftAlone(RemoteLine line) {
        var before = asked.get();
        try {
            line.ask(failing(Integer.MAX_VALUE, silent));
        } catch (MailServiceException refused) {
            return asked.get() == before;
        }
        return false;
    }

    private RemoteLine.Question<String> failing(int times, MailServiceException failure) {
        var left = new AtomicInteger(times);
        return () -> {
            asked.incrementAndGet();
            if (left.getAndDecrement() > 0) {
                throw failure;
            }
            return "answer";
        };
    }

    private void sleep(Duration time) {
        slept.add(time);
        clock.advance(time);
    }
}
