package io.tenth.assistant;

import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.client.Clients;
import io.tenth.entry.Timer;
import io.tenth.identity.Accounts;
import io.tenth.identity.Scope;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stops the person's timer. */
@Component
public class StopTimer implements Tool<StopTimer.Arguments, StopTimer.Result> {

    static final ToolDescription<Arguments, Result> DESCRIPTION = new ToolDescription<>(
            "stop_timer",
            "Stops the person's timer, which becomes a time entry, and tells that entry. It is refused while none runs.",
            Scope.TIME_WRITE,
            Effect.TIME,
            Set.of(ComplianceFlag.TIME_TRACKING),
            Arguments.class,
            Result.class);

    private final Timer timer;
    private final Clients clients;
    private final Accounts accounts;

    StopTimer(Timer timer, Clients clients, Accounts accounts) {
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
        var turned = timer.stop(person);
        var cut = turned.cut();
        return new Result(
                EntryView.of(turned.entry(), new MatterView.Directory(clients.all(person))),
                cut == null ? null : cut.sentence());
    }

    @Override
    public String text(Result result) {
        return "The timer is stopped: " + result.entry().text() + "."
                + (result.notice() == null ? "" : " " + result.notice());
    }

    @Override
    public WillDo willDo(Arguments asked, Actor.Person person) {
        var running = timer.running(person).orElseThrow(() -> DomainException.conflict("No timer is running."));
        var since = running.time().start().atZone(accounts.own(person).zone()).toLocalTime();
        var entry = EntryView.of(running, new MatterView.Directory(clients.all(person)));
        return new WillDo(
                "Stop the timer that runs since " + since + ": " + entry.text() + ".",
                running.id().value() + " " + running.version().number());
    }

    /** There are none. */
    public record Arguments() {}

    /** What was stopped. */
    public record Result(
            @Described("The entry that it became.") EntryView entry,

            @Described("Where it had run for more than 24 hours: what became of it.") @Nullable
            String notice) {}
}
