package io.tenth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ServerTest;
import io.tenth.identity.Attempts.Turn;
import io.tenth.shared.Actor;
import io.tenth.store.Rows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AttemptsTest extends ServerTest {

    @Autowired
    private Attempts attempts;

    @Test
    void giveFiveOfFiftyGuessesAtTheSameTimeTheirTurn() throws Exception {
        var counter = new Actor.Visitor(
                AttemptCounter.of("at-once@firm.example", Optional.empty()).key());
        var start = new CountDownLatch(1);
        Callable<Turn> guess = () -> {
            start.await();
            return attempts.count(counter);
        };
        try (var guesses = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = Stream.generate(() -> guesses.submit(guess)).limit(50).toList();
            start.countDown();
            var turns = new ArrayList<Turn>();
            for (var turn : asked) {
                turns.add(turn.get());
            }

            assertThat(turns).filteredOn(turn -> turn == Turn.OPEN).hasSize(4);
            assertThat(turns).filteredOn(turn -> turn == Turn.LAST).hasSize(1);
        }
    }

    @Test
    void areForgottenAfterADay() {
        var counter = new Actor.Visitor(
                AttemptCounter.of("forgotten@firm.example", Optional.empty()).key());
        clock().advance(Duration.ofHours(-25));
        attempts.count(counter);

        attempts.forgetExpired(new Actor.Program());

        assertThat(new Rows(database())
                        .texts("SELECT counter FROM sign_in_attempts WHERE counter = ?", counter.claim()))
                .isEmpty();
    }
}
