package io.tenth.client;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.audit.AuditLog;
import io.tenth.shared.Actor;
import io.tenth.shared.Demand;
import io.tenth.shared.DomainException;
import io.tenth.shared.ErrorCode;
import io.tenth.shared.MatterId;
import io.tenth.shared.RateId;
import io.tenth.shared.Role;
import io.tenth.shared.Version;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an hour costs, and the only writer of it: managers and administrators. Everybody sees what concerns their own work. */
@Service
public class Rates {

    private final RateRepository repository;
    private final AuditLog audit;
    private final Clock clock;

    Rates(RateRepository repository, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /** Work whose rate is asked for. */
    public record Asked(@Nullable MatterId matter, @Nullable String category, LocalDate day) {}

    /** What an hour of it costs. */
    public record Price(BigDecimal amount, String currency) {}

    @Transactional(readOnly = true)
    public List<Rate> all(Actor.Person person) {
        return repository.all();
    }

    @Transactional(readOnly = true)
    public Rate one(RateId id, Actor.Person person) {
        return repository.find(id).orElseThrow(() -> DomainException.notFound("rate"));
    }

    /** The prices of several pieces of the person's work, by their place in the list; those without a rate are not in it. */
    @Transactional(readOnly = true)
    public Map<Integer, Price> prices(List<Asked> asked, Actor.Person person) {
        return asked.isEmpty() ? Map.of() : repository.prices(asked, person);
    }

    @Transactional
    public RateId add(NewRate rate, Actor.Person person) {
        demandRole(person);
        var id = RateId.next();
        repository.insert(id, rate, clock.instant());
        audit.append(
                event("rate.created", id, person).with(Map.of("amount", rate.amount(), "currency", rate.currency())));
        return id;
    }

    /**
     * Changes a rate. What was worked from its first day on is priced anew, wherever nobody has billed it yet.
     *
     * @param demanded the versions of which one the change is meant for
     */
    @Transactional
    public Rate edit(RateId id, UnaryOperator<NewRate> change, Demand demanded, Actor.Person person) {
        demandRole(person);
        var before = one(id, person);
        var after = change.apply(before.content());
        if (!demanded.allows(before.version()) || !repository.update(before, after)) {
            throw Version.outdated();
        }
        audit.append(event("rate.updated", id, person)
                .with(Map.of("amount_before", before.content().amount(), "amount", after.amount())));
        return one(id, person);
    }

    @Transactional
    public void delete(RateId id, Demand demanded, Actor.Person person) {
        demandRole(person);
        var before = one(id, person);
        if (!demanded.allows(before.version()) || !repository.delete(before)) {
            throw Version.outdated();
        }
        audit.append(event("rate.deleted", id, person)
                .with(Map.of("amount_before", before.content().amount())));
    }

    private static void demandRole(Actor.Person person) {
        if (person.role() != Role.MANAGER && person.role() != Role.ADMIN) {
            throw new DomainException(ErrorCode.AUTHORIZATION_ERROR, "Rates are set by managers and administrators.");
        }
    }

    private static AuditEvent event(String operation, RateId id, Actor.Person person) {
        return AuditEvent.of(person, operation, "rate", id.value()).with(ComplianceFlag.BILLABLE);
    }
}
