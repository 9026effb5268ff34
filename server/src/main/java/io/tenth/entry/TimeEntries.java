package io.tenth.entry;

import io.tenth.audit.AuditLog;
import io.tenth.client.Clients;
import io.tenth.client.Rates;
import io.tenth.crypto.Vault;
import io.tenth.identity.Accounts;
import io.tenth.settings.Billing;
import io.tenth.shared.Actor;
import io.tenth.shared.DayRange;
import io.tenth.shared.Demand;
import io.tenth.shared.DomainException;
import io.tenth.shared.Page;
import io.tenth.shared.ProposalId;
import io.tenth.shared.TimeEntryId;
import io.tenth.shared.Version;
import io.tenth.store.TimeTurn;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The time entries of a person: read, recorded and changed. The timer is {@link Timer}, what was deleted {@link DeletedEntries}. */
@Service
public class TimeEntries {

    private static final int MOST_OPEN_TASKS = 200;

    private final TimeEntryRepository repository;
    private final DeletedEntryRepository deleted;
    private final TimeTurn turn;
    private final Clients clients;
    private final Accounts accounts;
    private final Billing billing;
    private final Vault vault;
    private final AuditLog audit;
    private final Clock clock;

    TimeEntries(
            TimeEntryRepository repository,
            DeletedEntryRepository deleted,
            TimeTurn turn,
            Clients clients,
            Accounts accounts,
            Billing billing,
            Vault vault,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.deleted = deleted;
        this.turn = turn;
        this.clients = clients;
        this.accounts = accounts;
        this.billing = billing;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** The entries of some days, by day and then by the time they were made. */
    @Transactional(readOnly = true)
    public List<TimeEntry> between(DayRange days, Actor.Person person) {
        return whole(repository.between(days, person, vault.sealOf(person)), person);
    }

    /** What was worked on some days; as it is, without what overlaps it and what it costs. A timer that runs is not among it. */
    @Transactional(readOnly = true)
    public List<TimeEntry> worked(DayRange days, Actor.Person person) {
        return repository.between(days, person, vault.sealOf(person)).stream()
                .filter(entry -> !entry.isRunning())
                .toList();
    }

    /** What was typed or timed on some days and came from no proposal; as it is, without what overlaps it and what it costs. */
    @Transactional(readOnly = true)
    public List<TimeEntry> enteredOn(List<LocalDate> days, Actor.Person person) {
        return days.isEmpty() ? List.of() : repository.enteredOn(days, person, vault.sealOf(person));
    }

    /** Refuses a task that the person does not have. */
    @Transactional(readOnly = true)
    public Page<TimeEntry> page(TimeEntryQuery query, Actor.Person person) {
        var found = repository.page(query, query.limit() + 1, person, vault.sealOf(person));
        if (found.isEmpty() && query.task() != null && !repository.hasTask(query.task(), person)) {
            throw DomainException.notFound("task");
        }
        return Page.cut(whole(found, person), query.limit(), query::cursor);
    }

    @Transactional(readOnly = true)
    public TimeEntry one(TimeEntryId id, Actor.Person person) {
        var found = repository
                .find(id, clock.instant(), person, vault.sealOf(person))
                .orElseThrow(() -> DomainException.notFound("time entry"));
        return charged(List.of(found), person).getFirst();
    }

    /** The tasks that time can be spent on, those that were touched last first. */
    @Transactional(readOnly = true)
    public List<TimeEntry.Task> openTasks(Actor.Person person) {
        return repository.openTasks(MOST_OPEN_TASKS, person);
    }

    /** Records time. An approved proposal gives at most one entry: the database refuses a second. */
    @Transactional
    public TimeEntryId add(NewTimeEntry entry, Actor.Person person) {
        turn.take(person);
        var id = TimeEntryId.next();
        if (!repository.insert(
                new EntryWrite(id, entry, billed(entry, person), person, clock.instant()), vault.sealOf(person))) {
            throw DomainException.conflict("This proposal was approved already.");
        }
        audit.append(EntryEvents.of("time_entry.created", id, entry.work(), person)
                .with(Map.of(
                        "minutes",
                        entry.time().duration().toMinutes(),
                        "day",
                        entry.time().day().toString())));
        return id;
    }

    /** Records time that a person types. Refuses what lies more than a day in the future of their zone; a matter brings its own name. */
    @Transactional
    public TimeEntry enter(NewTimeEntry typed, ZoneId zone, Actor.Person person) {
        refuseWhereItCannotLie(typed.time(), zone);
        return one(add(named(typed, person), person), person);
    }

    /**
     * Changes what an entry says.
     *
     * @param demanded the versions of which one the change was made for
     */
    @Transactional
    public TimeEntry edit(TimeEntryId id, TimeEntryEdit edit, Demand demanded, Actor.Person person) {
        turn.take(person);
        var seal = vault.sealOf(person);
        var before = repository.lock(id, person, seal).orElseThrow(() -> DomainException.notFound("time entry"));
        var zone = accounts.own(person).zone();
        var after = edit.over(before, zone);
        if (!after.time().equals(before.time())) {
            refuseWhereItCannotLie(after.time(), zone);
        }
        var named = named(after, person);
        var write = new EntryWrite(id, named, billed(before, named, person), person, clock.instant());
        if (!repository.update(write, demanded, seal)) {
            throw Version.outdated();
        }
        audit.append(EntryEvents.of("time_entry.updated", id, named.work(), person)
                .with(Map.of("fields", TimeEntryEdit.changed(before, named))));
        return one(id, person);
    }

    /** Takes back the entry that was made from a proposal, also for good where it was deleted. */
    @Transactional
    public void removeMadeFrom(ProposalId proposal, Actor.Person person) {
        turn.take(person);
        deleted.forgetMadeFrom(proposal, person);
        repository
                .deleteMadeFrom(proposal, person)
                .ifPresent(id -> audit.append(EntryEvents.of("time_entry.deleted", id, person)));
    }

    /** The entry under the name that the directory has for its matter. Refuses a matter that is not there. */
    NewTimeEntry named(NewTimeEntry entry, Actor.Person person) {
        var matter = entry.work().matter();
        return matter == null
                ? entry
                : new NewTimeEntry(
                        entry.task(),
                        entry.time(),
                        entry.work().named(clients.one(matter, person).label()),
                        entry.charging(),
                        entry.proposal());
    }

    /** The same entries, each with those that it overlaps and with what an hour of it costs. */
    List<TimeEntry> whole(List<TimeEntry> found, Actor.Person person) {
        var days = found.stream().map(entry -> entry.time().day()).sorted().toList();
        if (days.isEmpty()) {
            return found;
        }
        var overlaps = new Overlaps(repository.spans(
                days.getFirst().minusDays(Overlaps.DAYS_AROUND),
                days.getLast().plusDays(Overlaps.DAYS_AROUND),
                clock.instant(),
                person));
        return charged(
                found.stream()
                        .map(entry -> entry.overlapping(overlaps.of(entry.id())))
                        .toList(),
                person);
    }

    private List<TimeEntry> charged(List<TimeEntry> found, Actor.Person person) {
        var charges = billing.charges(
                found.stream()
                        .map(entry -> new Rates.Asked(
                                entry.work().matter(),
                                entry.charging().rateCategory(),
                                entry.time().day()))
                        .toList(),
                person);
        return IntStream.range(0, found.size())
                .mapToObj(place -> found.get(place).at(charges.get(place)))
                .toList();
    }

    /** The billed minutes of an entry after a change: by the rules of today, unless nothing was changed that they look at. */
    private @Nullable Integer billed(TimeEntry before, NewTimeEntry after, Actor.Person person) {
        var isAsBefore = after.charging().equals(before.charging())
                && after.time().equals(before.time())
                && after.work().billable() == before.work().billable()
                && Objects.equals(after.work().matter(), before.work().matter());
        return isAsBefore ? before.billedMinutes() : billed(after, person);
    }

    private @Nullable Integer billed(NewTimeEntry entry, Actor.Person person) {
        var work = entry.work();
        var byHand = entry.charging().billedMinutes();
        if (entry.time().end() == null) {
            return null;
        }
        return byHand != null && work.billable()
                ? byHand
                : billing.terms(person)
                        .billed(work.matter(), work.billable(), entry.time().duration());
    }

    private void refuseWhereItCannotLie(WorkTime time, ZoneId zone) {
        if (time.end() == null) {
            refuseRunning(time.start(), clock.instant());
        }
        if (time.day().isAfter(LocalDate.now(clock.withZone(zone)).plusDays(1))) {
            throw DomainException.invalid(
                    time.clockKnown() ? "start_time" : "date_performed",
                    "An entry lies at most one day in the future.");
        }
    }

    private static void refuseRunning(Instant start, Instant now) {
        if (start.isAfter(now)) {
            throw DomainException.invalid("start_time", "A timer that runs began in the past.");
        }
        if (start.isBefore(now.minus(WorkTime.MOST))) {
            throw DomainException.invalid(
                    "start_time",
                    "A timer that runs began at most 24 hours ago. Stop it, or discard it and add the time.");
        }
    }
}
