package io.tenth.assistant;

import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.client.Clients;
import io.tenth.entry.Timer;
import io.tenth.entry.Work;
import io.tenth.identity.Accounts;
import io.tenth.identity.Scope;
import io.tenth.shared.Actor;
import io.tenth.shared.MatterId;
import io.tenth.shared.WorkType;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Starts the person's timer. */
@Component
public class StartTimer implements Tool<StartTimer.Arguments, StartTimer.Result> {

    static final ToolDescription<Arguments, Result> DESCRIPTION = new ToolDescription<>(
            "start_timer",
            "Starts the person's timer now, for a matter of the directory or for none. It is refused while a timer runs, of which a"
                    + " person has one: stop that first.",
            Scope.TIME_WRITE,
            Effect.DRAFTS,
            Set.of(ComplianceFlag.TIME_TRACKING),
            Arguments.class,
            Result.class);

    private final Timer timer;
    private final Clients clients;
    private final Accounts accounts;

    StartTimer(Timer timer, Clients clients, Accounts accounts) {
        this.timer = timer;
        this.clients = clients;
        this.accounts = accounts;
    }

    @Override
    public ToolDescription<Arguments, Result> description() {
        return DESCRIPTION;
    }

    @Override
    public Result call(Arguments asked, Actor.Person person) {
        var entry = timer.start(null, asked.work(), accounts.own(person).zone(), person);
        return new Result(EntryView.of(entry, new MatterView.Directory(clients.all(person))));
    }

    @Override
    public String text(Result result) {
        return "The timer runs: " + result.entry().text() + ".";
    }

    @Override
    public WillDo willDo(Arguments asked, Actor.Person person) {
        var work = asked.work();
        var matter = work.matter();
        return WillDo.said("Start the timer: " + work.type().key() + (work.billable() ? ", billable" : ", not billable")
                + (matter == null
                        ? ""
                        : ", " + OneLine.of(clients.one(matter, person).label(), 2 * OneLine.LONGEST_NAME))
                + (work.description().isEmpty()
                        ? ""
                        : ", " + OneLine.quoted(work.description(), OneLine.LONGEST_ARGUMENT))
                + ".");
    }

    /** What it is started for. */
    public record Arguments(
            @Described("A matter of the directory, as find_matter tells it; none when null.") @Nullable
            UUID matterId,

            @Described("The kind of work; other when null.") @Nullable
            WorkType entryType,

            @Described("Whether it is to be charged; true when null.") @Nullable
            Boolean billable,

            @Described(value = "What is done, in a few words.", most = OneLine.LONGEST_ARGUMENT) @Nullable
            String description) {

        private Work work() {
            return Work.typed(
                    Objects.requireNonNullElse(entryType, WorkType.OTHER),
                    !Boolean.FALSE.equals(billable),
                    Objects.requireNonNullElse(description, ""),
                    matterId == null ? null : new MatterId(matterId),
                    null);
        }
    }

    /** What was started. */
    public record Result(@Described("The entry that runs.") EntryView entry) {}
}
