package io.tenth.identity;

import io.tenth.shared.Actor;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Clears out counters that nobody needs any more, once an hour. That several nodes do it does no harm. */
@Component
@EnableScheduling
class Housekeeping {

    private final Attempts attempts;

    Housekeeping(Attempts attempts) {
        this.attempts = attempts;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void clearOut() {
        attempts.forgetOld(new Actor.Program());
    }
}
