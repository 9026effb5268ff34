package io.tenth.request;

import io.tenth.shared.Actor;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets expired keys, once an hour on each node; that two nodes do it at once does no harm. */
@Component
final class Forgetting {

    private final IdempotencyKeys keys;

    Forgetting(IdempotencyKeys keys) {
        this.keys = keys;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetExpiredKeys() {
        keys.forgetExpired(new Actor.Program());
    }
}
