package io.tenth.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tenth.shared.DomainException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkbenchTest {

    private static final Duration BUDGET = Duration.ofSeconds(2);

    /** What the processor has done for whatever thread is asked about. */
    private final AtomicLong worked = new AtomicLong();

    private final Workbench workbench = new Workbench(BUDGET, Duration.ZERO, thread -> worked.get());

    @Test
    void doesTheWorkInTheOrderOfTheItems() throws Exception {
        var items = IntStream.range(0, 1000).boxed().toList();

        assertThat(workbench.all(items, item -> item + 1, item -> -1))
                .isEqualTo(IntStream.rangeClosed(1, 1000).boxed().toList());
    }

    @Test
    void leavesBehindWhatTakesTooLongAndDoesItsNeighbours() throws Exception {
        var release = new CountDownLatch(1);

        var done = workbench.all(
                List.of("first", "endless", "last"),
                item -> item.equals("endless") ? spin(release) : item,
                item -> "left");

        release.countDown();
        assertThat(done).containsExactly("first", "left", "last");
    }

    @Test
    void waitsForWhatOnlyHasToWaitForTheProcessor() throws Exception {
        var others = new CountDownLatch(1);
        Thread.ofVirtual().start(others::countDown);

        assertThat(workbench.all(List.of("slow"), item -> waited(others), item -> "left"))
                .containsExactly("slow");
    }

    @Test
    void beginsNothingMoreWhileTooManyWereLeftBehind() throws Exception {
        var release = new CountDownLatch(1);
        for (var number = 0; number < 4; number++) {
            assertThat(workbench.all(List.of("endless"), item -> spin(release), item -> "left"))
                    .containsExactly("left");
        }
        assertThat(workbench.leftBehind()).isEqualTo(4);
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> workbench.all(List.of("next"), item -> item, item -> "left"));
        release.countDown();
    }

    @Test
    void letsAFaultRise() {
        assertThatIllegalStateException()
                .isThrownBy(() -> workbench.all(
                        List.of(1),
                        item -> {
                            throw new IllegalArgumentException("a test");
                        },
                        item -> item));
    }

    /** Uses up more than its time, and goes on. */
    private String spin(CountDownLatch release) {
        worked.addAndGet(BUDGET.plusSeconds(1).toNanos());
        return waited(release);
    }

    private static String waited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "slow";
    }
}
