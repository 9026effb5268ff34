package io.tenth.assistant;

import io.tenth.assistant.Tally.Piece;
import io.tenth.assistant.Tally.Stage;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.capture.Proposals;
import io.tenth.client.Client;
import io.tenth.client.Clients;
import io.tenth.entry.TimeEntries;
import io.tenth.identity.Accounts;
import io.tenth.identity.Scope;
import io.tenth.settings.PersonalSettings;
import io.tenth.shared.Actor;
import io.tenth.shared.DayRange;
import io.tenth.shared.DomainException;
import io.tenth.shared.MatterId;
import io.tenth.shared.WorkType;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Adds up a person's time of the last days: what is approved, by hand or from mail, what is proposed, and what was rejected. It is
 * worked out anew each time from what is stored, so that it never lags behind a decision.
 */
@Component
public class GetTimeTrackingSummary implements Tool<GetTimeTrackingSummary.Arguments, GetTimeTrackingSummary.Result> {

    static final ToolDescription<Arguments, Result> DESCRIPTION = new ToolDescription<>(
            "get_time_tracking_summary",
            "Adds up the person's time of the last days by client, matter, kind of work and day: billable and not, approved (time"
                    + " entries), proposed (found in sent mail, still to be reviewed) and rejected. Use it for questions such as"
                    + " how many hours were worked for somebody, and whether anything waits for review.",
            Scope.MAIL_READ,
            Effect.NONE,
            Set.of(ComplianceFlag.TIME_TRACKING, ComplianceFlag.CLIENT_DATA, ComplianceFlag.BILLABLE),
            Arguments.class,
            Result.class);

    private static final int USUAL_DAYS = 30;

    private final TimeEntries entries;
    private final Proposals proposals;
    private final Clients clients;
    private final Accounts accounts;
    private final PersonalSettings settings;
    private final Clock clock;

    GetTimeTrackingSummary(
            TimeEntries entries,
            Proposals proposals,
            Clients clients,
            Accounts accounts,
            PersonalSettings settings,
            Clock clock) {
        this.entries = entries;
        this.proposals = proposals;
        this.clients = clients;
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public ToolDescription<Arguments, Result> description() {
        return DESCRIPTION;
    }

    @Override
    public Result call(Arguments asked, Actor.Person person) {
        var today = LocalDate.now(clock.withZone(accounts.own(person).zone()));
        var days = DayRange.ofBoth(today.minusDays(asked.days() - 1L), today);
        var directory = clients.all(person);
        var filter = WorkFilter.of(asked.clientFilter(), directory);
        var pieces = Stream.concat(
                        entries.worked(days, person).stream().map(Piece::of),
                        proposals.notAccepted(days, person).stream().map(Piece::of))
                .filter(piece -> filter.takes(piece.matter(), piece.clientMatter()) && asked.takes(piece))
                .toList();
        return result(days, asked, new Names(directory), pieces)
                .with(settings.of(person).keeping().dashboardUrl());
    }

    @Override
    public String text(Result result) {
        var days = result.dateRange();
        return days.start() + " to " + days.end() + ": "
                + result.approved().hours() + " hours approved ("
                + result.approved().billableHours() + " billable), "
                + result.proposed().hours() + " proposed, " + result.rejected().hours() + " rejected.";
    }

    @Override
    public Result forModel(Result result) {
        return result.withNamesOfTheDirectory();
    }

    private static Result result(DayRange days, Arguments asked, Names names, List<Piece> pieces) {
        var all = new Tally(pieces);
        return new Result(
                new Days(days.from(), days.last()),
                all.of(Stage.APPROVED),
                all.of(Stage.PROPOSED),
                all.of(Stage.REJECTED),
                asked.parts(GroupBy.CLIENT, pieces, names::client),
                asked.parts(GroupBy.MATTER, pieces, names::matter),
                asked.parts(
                        GroupBy.TYPE,
                        pieces,
                        piece -> new Key(null, piece.type().key())),
                asked.parts(
                        GroupBy.DAY, pieces, piece -> new Key(null, piece.day().toString())),
                null);
    }

    /** By what time is parted. */
    public enum GroupBy {
        CLIENT,
        MATTER,
        TYPE,
        DAY;

        /** Reads a name of the API. Refuses another word. */
        public static GroupBy ofKey(String key) {
            return Arrays.stream(values())
                    .filter(by -> by.name().toLowerCase(Locale.ROOT).equals(key))
                    .findFirst()
                    .orElseThrow(
                            () -> DomainException.invalid("group_by", "group_by is one of client, matter, type, day."));
        }
    }

    /** Which time is added up. */
    public record Arguments(
            @Described(value = "How many days, up to today; 30 when null.", least = 1, most = 365) @Nullable
            Integer dateRangeDays,

            @Described(
                    value = "Only work for a client or matter whose name, code, number or other name has this in it.",
                    most = 200)
            @Nullable
            String clientFilter,

            @Described("Only these kinds of work; all when null.") @Nullable
            List<WorkType> entryTypeFilter,

            @Described(value = "Only pieces of work of at least so many minutes.", least = 0, most = 1440) @Nullable
            Integer minDurationMinutes,

            @Described("Part by this alone; by all four when null.") @Nullable
            GroupBy groupBy,

            @Described("Without effect: the sums are worked out from what is stored each time.") @Nullable
            Boolean useCache) {

        private int days() {
            return Objects.requireNonNullElse(dateRangeDays, USUAL_DAYS);
        }

        private boolean takes(Piece piece) {
            return (entryTypeFilter == null || entryTypeFilter.isEmpty() || entryTypeFilter.contains(piece.type()))
                    && (minDurationMinutes == null || piece.worked().toMinutes() >= minDurationMinutes);
        }

        private @Nullable List<Part> parts(GroupBy by, List<Piece> pieces, Function<Piece, Key> key) {
            return groupBy != null && groupBy != by ? null : Part.all(pieces, key, by == GroupBy.DAY);
        }
    }

    /** What the time came to. */
    public record Result(
            @Described("The days, in the person's zone.") Days dateRange,

            @Described("Time entries: typed, timed, or approved from mail.")
            Sums approved,

            @Described("Found in mail, and waiting for a decision.")
            Sums proposed,

            @Described("Found in mail, and rejected.") Sums rejected,

            @Described("The largest first; null where another grouping was asked for.") @Nullable
            List<Part> byClient,

            @Described("The largest first; null where another grouping was asked for.") @Nullable
            List<Part> byMatter,

            @Described("The largest first; null where another grouping was asked for.") @Nullable
            List<Part> byType,

            @Described("The first day first, without days that have none; null where another grouping was asked for.")
            @Nullable
            List<Part> byDay,

            @Described("Where the person has more figures shown: an address of http or https; null for none.") @Nullable
            String grafanaDashboardUrl) {

        /** Without the names that mail alone has, which have no id. */
        private Result withNamesOfTheDirectory() {
            return new Result(
                    dateRange,
                    approved,
                    proposed,
                    rejected,
                    Part.ofTheDirectory(byClient),
                    Part.ofTheDirectory(byMatter),
                    byType,
                    byDay,
                    grafanaDashboardUrl);
        }

        private Result with(@Nullable String dashboard) {
            return new Result(dateRange, approved, proposed, rejected, byClient, byMatter, byType, byDay, dashboard);
        }
    }

    /** Days, both included. */
    public record Days(LocalDate start, LocalDate end) {}

    /** What some work came to. */
    public record Sums(
            @Described("How many pieces of work.") int entries,
            @Described("Worked.") BigDecimal hours,
            @Described("Worked and billable.") BigDecimal billableHours,
            @Described("Worked and not billable.") BigDecimal nonBillableHours,
            @Described("Billed, after rounding.") BigDecimal billedHours) {}

    /** A part of the time. */
    public record Part(
            @Described("Of the client or matter, where the directory has it.") @Nullable
            UUID id,

            @OfDirectory
            @Described("Of the client, matter, kind of work or day; null for work that names none.")
            @Nullable
            String name,

            Sums approved,
            Sums proposed,
            Sums rejected) {

        private static @Nullable List<Part> ofTheDirectory(@Nullable List<Part> parts) {
            return parts == null
                    ? null
                    : parts.stream()
                            .map(part -> part.id() == null
                                    ? new Part(null, null, part.approved(), part.proposed(), part.rejected())
                                    : part)
                            .toList();
        }

        private static List<Part> all(List<Piece> pieces, Function<Piece, Key> key, boolean byName) {
            var parts = pieces.stream()
                    .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toUnmodifiableList()));
            var order = byName
                    ? Comparator.comparing((Map.Entry<Key, Tally> part) ->
                            String.valueOf(part.getKey().name()))
                    : Comparator.comparingLong((Map.Entry<Key, Tally> part) ->
                                    -part.getValue().seconds())
                            .thenComparing(part -> String.valueOf(part.getKey().name()));
            return parts.entrySet().stream()
                    .map(part -> Map.entry(part.getKey(), new Tally(part.getValue())))
                    .sorted(order)
                    .map(part -> of(part.getKey(), part.getValue()))
                    .toList();
        }

        private static Part of(Key key, Tally tally) {
            return new Part(
                    key.id(), key.name(), tally.of(Stage.APPROVED), tally.of(Stage.PROPOSED), tally.of(Stage.REJECTED));
        }
    }

    /** What the pieces of a part have in common. */
    private record Key(@Nullable UUID id, @Nullable String name) {}

    /** The clients and matters of pieces of work, as the directory names them today. */
    private static final class Names {

        private final Map<MatterId, Key> clients = new LinkedHashMap<>();
        private final Map<MatterId, Key> matters = new LinkedHashMap<>();

        Names(List<Client> directory) {
            directory.forEach(client -> client.matters().forEach(matter -> {
                clients.put(matter.id(), new Key(client.id().value(), client.name()));
                matters.put(matter.id(), new Key(matter.id().value(), matter.label()));
            }));
        }

        Key client(Piece piece) {
            return named(clients, piece);
        }

        Key matter(Piece piece) {
            return named(matters, piece);
        }

        private static Key named(Map<MatterId, Key> names, Piece piece) {
            var known = piece.matter() == null ? null : names.get(piece.matter());
            return known == null ? new Key(null, piece.clientMatter()) : known;
        }
    }
}
