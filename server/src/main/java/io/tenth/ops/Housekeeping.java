package io.tenth.ops;

import io.tenth.shared.Actor;
import io.tenth.shared.Expiring;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.util.ClassUtils;

/**
 * Clears out, once an hour, what was kept for a time that is over. Each node does it, which does no harm: what one has deleted the
 * other does not find. What fails is tried again an hour later, and keeps nothing else from being cleared out.
 */
@Component
@EnableScheduling
class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final List<Expiring> kept;

    Housekeeping(List<Expiring> kept) {
        this.kept = List.copyOf(kept);
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void clearOut() {
        kept.forEach(Housekeeping::clearOut);
    }

    private static void clearOut(Expiring each) {
        try {
            each.forgetExpired(new Actor.Program());
        } catch (DataAccessException | TransactionException failed) {
            LOG.warn(
                    "what has expired was not cleared out of {}: {}",
                    ClassUtils.getUserClass(each).getSimpleName(),
                    failed.getClass().getName());
        }
    }
}
