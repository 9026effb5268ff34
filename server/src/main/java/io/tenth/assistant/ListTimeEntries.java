package io.tenth.assistant;

import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.client.Clients;
import io.tenth.entry.TimeEntries;
import io.tenth.entry.TimeEntry;
import io.tenth.identity.Accounts;
import io.tenth.identity.Scope;
import io.tenth.shared.Actor;
import io.tenth.shared.DayRange;
import io.tenth.shared.DomainException;
import io.tenth.shared.MatterId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists the person's time entries of some days. */
@Component
public class ListTimeEntries implements Tool<ListTimeEntries.Arguments, ListTimeEntries.Result> {

    static final ToolDescription<Arguments, Result> DESCRIPTION = new ToolDescription<>(
            "list_time_entries",
            "Lists the person's time entries of some days, also the timer that runs: typed, timed, or approved from mail. Use"
                    + " get_time_tracking_summary for sums, and for what still waits for review.",
            Scope.TIME_READ,
            Effect.NONE,
            Set.of(ComplianceFlag.TIME_TRACKING, ComplianceFlag.CLIENT_DATA),
            Arguments.class,
            Result.class);

    private static final int USUAL_DAYS = 7;
    private static final int MOST_DAYS = 366;
    private static final int MOST = 500;

    private final TimeEntries entries;
    private final Clients clients;
    private final Accounts accounts;
    private final Clock clock;

    ListTimeEntries(TimeEntries entries, Clients clients, Accounts accounts, Clock clock) {
        this.entries = entries;
        this.clients = clients;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public ToolDescription<Arguments, Result> description() {
        return DESCRIPTION;
    }

    @Override
    public Result call(Arguments asked, Actor.Person person) {
        var days = asked.days(LocalDate.now(clock.withZone(accounts.own(person).zone())));
        var directory = new MatterView.Directory(clients.all(person));
        var found = entries.between(days, person).stream().filter(asked::takes).toList();
        return new Result(
                days.from(),
                days.last(),
                found.stream()
                        .limit(MOST)
                        .map(entry -> EntryView.of(entry, directory))
                        .toList(),
                Math.max(0, found.size() - MOST));
    }

    @Override
    public String text(Result result) {
        var days =
                result.from() + " to " + result.to() + ": " + result.entries().size() + " entries.";
        return result.entries().stream()
                .map(EntryView::text)
                .collect(Collectors.joining("\n", days + "\n", ""))
                .strip();
    }

    /** Which entries. */
    public record Arguments(
            @Described("The first day; six days before the last when null.") @Nullable
            LocalDate from,

            @Described("The last day, at most 366 days with the first; today when null.") @Nullable
            LocalDate to,

            @Described("Only of this matter, as find_matter tells it; of all when null.") @Nullable
            UUID matterId) {

        private DayRange days(LocalDate today) {
            var last = Objects.requireNonNullElse(to, today);
            var first = Objects.requireNonNullElse(from, last.minusDays(USUAL_DAYS - 1L));
            var days = DayRange.ofBoth(first, last);
            if (days.days() > MOST_DAYS) {
                throw DomainException.invalid("from", "From and to have at most " + MOST_DAYS + " days between them.");
            }
            return days;
        }

        private boolean takes(TimeEntry entry) {
            return matterId == null
                    || new MatterId(matterId).equals(entry.work().matter());
        }
    }

    /** What there is. */
    public record Result(
            @Described("The first day.") LocalDate from,
            @Described("The last day.") LocalDate to,

            @Described("By day, and then by when they were made; at most 500.")
            List<EntryView> entries,

            @Described("How many more there are.") int omitted) {}
}
