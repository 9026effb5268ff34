package io.tenth.assistant;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.tenth.crypto.SecretToken;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * What assistants may still use up for one person, kept in the database so that all nodes share it. A day begins with the first
 * use and is filled up again when it is over.
 */
@Component
public class Budgets {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int SHARES = 4;

    private final ProxyManager<Long> buckets;
    private final AssistantSettings settings;

    Budgets(DataSource database, AssistantSettings settings) {
        this.settings = settings;
        buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .table("call_budgets")
                .idColumn("budget_id")
                .stateColumn("state")
                .build();
    }

    /** Counts a call of a tool. Refuses where the day's are used up. */
    void takeCall(Actor.Person person) {
        take(
                "calls",
                aDay(settings.callsPerDay()),
                person,
                "Your assistants have made the " + settings.callsPerDay()
                        + " calls that they may make for you in a day.");
    }

    /** Refuses where the day's tokens are used up. */
    public void demandTokens(Actor.Person person) {
        if (tokens(person).getAvailableTokens() <= 0) {
            throw DomainException.tooMany(
                    "The language model has read and written all that it may for you in a day.",
                    Math.toIntExact(DAY.toSeconds()));
        }
    }

    /** Counts the tokens that were used, also beyond what was left. */
    public void spend(long used, Actor.Person person) {
        if (used > 0) {
            tokens(person).consumeIgnoringRateLimits(used);
        }
    }

    /**
     * Counts a request to the language model. Refuses where the person has used up a quarter of what all may ask together.
     *
     * @param sharedPerMinute what all may ask together
     */
    public void takeRequest(int sharedPerMinute, Actor.Person person) {
        var share = Math.max(1, sharedPerMinute / SHARES);
        take(
                "requests",
                Bandwidth.builder()
                        .capacity(share)
                        .refillIntervally(share, Duration.ofMinutes(1))
                        .build(),
                person,
                "You have asked the language model as often as one person may in a minute.");
    }

    private void take(String what, Bandwidth band, Actor.Person person, String refusal) {
        var taken = bucket(what, band, person).tryConsumeAndReturnRemaining(1);
        if (!taken.isConsumed()) {
            var wait = Duration.ofNanos(taken.getNanosToWaitForRefill()).plusSeconds(1);
            throw DomainException.tooMany(refusal, Math.toIntExact(wait.toSeconds()));
        }
    }

    private Bucket tokens(Actor.Person person) {
        return bucket("tokens", aDay(settings.tokensPerDay()), person);
    }

    /** Another limit is another budget: what is stored of one holds the limit that it was made with. */
    private Bucket bucket(String what, Bandwidth band, Actor.Person person) {
        var name = "assistant " + what + " " + band.getCapacity() + " "
                + person.user().value();
        var id = Long.parseUnsignedLong(new SecretToken(name).hash().substring(0, 16), 16);
        return buckets.getProxy(
                id, () -> BucketConfiguration.builder().addLimit(band).build());
    }

    private static Bandwidth aDay(long most) {
        return Bandwidth.builder().capacity(most).refillIntervally(most, DAY).build();
    }
}
