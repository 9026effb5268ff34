package io.tenth.mail;

import io.github.bucket4j.BlockingBucket;
import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.tenth.crypto.SecretToken;
import io.tenth.mail.MailServiceException.Throttled;
import io.tenth.mail.MailServiceException.Unavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * What each mailbox's service may still be asked, kept in the database so that all nodes share it. A provider counts in any
 * stretch of its period, so what may be used at once and what is added in a period stay together below the limit; the rest is for
 * calls that arrive a little later than they were paid.
 */
@Component
final class CallBudgets {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final int PERCENT = 100;
    private static final int AT_ONCE = 2;
    private static final int ADDED = 94;

    private final ProxyManager<Long> buckets;

    CallBudgets(DataSource database) {
        buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .table("call_budgets")
                .idColumn("budget_id")
                .stateColumn("state")
                .build();
    }

    /**
     * The toll of a mailbox. Another limit is another budget: what is stored of one holds the limit that it was made with.
     *
     * @param mailbox names it to all nodes alike
     */
    Toll of(String mailbox, CallLimit limit) {
        return new Counted(buckets.getProxy(idOf(mailbox + " " + limit), () -> configuration(limit))
                .asBlocking());
    }

    private static BucketConfiguration configuration(CallLimit limit) {
        var atOnce = Math.max(limit.dearest(), (long) limit.units() * AT_ONCE / PERCENT);
        var added = Math.clamp(limit.units() - atOnce, 1, (long) limit.units() * ADDED / PERCENT);
        return BucketConfiguration.builder()
                .addLimit(band -> band.capacity(atOnce).refillGreedy(added, limit.period()))
                .build();
    }

    private static long idOf(String mailbox) {
        return Long.parseUnsignedLong(new SecretToken(mailbox).hash().substring(0, 16), 16);
    }

    /** Whoever shares it waits in a line, so that it takes one connection to the database at most. */
    private static final class Counted implements Toll {

        private final BlockingBucket bucket;
        private final ReentrantLock line = new ReentrantLock(true);

        private Counted(BlockingBucket bucket) {
            this.bucket = bucket;
        }

        @Override
        public void pay(int units) throws MailServiceException {
            try {
                line.lockInterruptibly();
                try {
                    if (!bucket.tryConsume(units, LONGEST_WAIT, BlockingStrategy.PARKING)) {
                        throw new Throttled(
                                "All that the mail service may be asked at the moment is asked already.",
                                Optional.of(LONGEST_WAIT));
                    }
                } finally {
                    line.unlock();
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new Unavailable("The mail service was not waited for.", stopping);
            }
        }
    }
}
