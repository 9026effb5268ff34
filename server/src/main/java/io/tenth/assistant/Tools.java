package io.tenth.assistant;

import io.micrometer.core.instrument.MeterRegistry;
import io.tenth.request.RequestLimits;
import io.tenth.settings.PersonalSettings;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** All tools, and the one way to call them: arguments are checked, the call is timed and audited, whichever door it came through. */
@Service
public class Tools {

    /** What the tools are, in the order in which they are always listed. */
    public static final List<ToolDescription<?, ?>> DESCRIPTIONS = List.of(
            ScanBillableTime.DESCRIPTION,
            AnalyzeTimeEntry.DESCRIPTION,
            GetTimeTrackingSummary.DESCRIPTION,
            ConfigureTimeTracking.DESCRIPTION);

    private static final String CORRELATION = "request_id";

    private final List<Tool<?, ?>> tools;
    private final ToolCalls calls;
    private final PersonalSettings settings;
    private final RequestLimits limits;
    private final JsonMapper json;
    private final MeterRegistry metrics;

    Tools(
            List<Tool<?, ?>> tools,
            ToolCalls calls,
            PersonalSettings settings,
            RequestLimits limits,
            JsonMapper json,
            MeterRegistry metrics) {
        this.tools = List.copyOf(tools);
        this.calls = calls;
        this.settings = settings;
        this.limits = limits;
        this.json = json;
        this.metrics = metrics;
    }

    /** Calls a tool by its name, with arguments as JSON. Refuses a name that no tool has. */
    public Record call(String name, String arguments, Actor.Person person) {
        return call(named(name), arguments, person);
    }

    /** Calls a tool. */
    public <A extends Record, R extends Record> R call(Tool<A, R> tool, A arguments, Actor.Person person) {
        var begun = System.nanoTime();
        var own = beginCorrelation();
        var outcome = ToolCalls.Outcome.FAILED;
        try {
            requireTurn(person);
            Arguments.check(arguments);
            R result = tool.call(arguments, person);
            outcome = ToolCalls.Outcome.DONE;
            return result;
        } catch (DomainException refused) {
            outcome = ToolCalls.Outcome.REFUSED;
            throw refused;
        } finally {
            var nanos = System.nanoTime() - begun;
            measure(tool.description().name(), outcome, nanos);
            calls.record(tool.description(), outcome, TimeUnit.NANOSECONDS.toMillis(nanos), person);
            if (own != null) {
                MDC.remove(CORRELATION);
            }
        }
    }

    /** The limit is the person's own: what goes round in circles on their behalf ends there. */
    private void requireTurn(Actor.Person person) {
        var most = settings.of(person).capture().rateLimitPerMinute();
        var verdict = limits.take("tools", person.user().value().toString(), most);
        if (!verdict.admitted()) {
            throw DomainException.tooMany(
                    "Your setting rate_limit_per_minute allows " + most + " calls of the tools in a minute.",
                    Math.toIntExact(verdict.seconds()));
        }
    }

    /** The id under which the audit log has what this thread does. */
    static String correlation() {
        var id = MDC.get(CORRELATION);
        if (id == null) {
            throw new IllegalStateException("a tool was called past the one way to call it");
        }
        return id;
    }

    private <A extends Record, R extends Record> R call(Tool<A, R> tool, String arguments, Actor.Person person) {
        return call(tool, Arguments.read(arguments, tool.description().arguments(), json), person);
    }

    private Tool<?, ?> named(String name) {
        return tools.stream()
                .filter(tool -> tool.description().name().equals(name))
                .findFirst()
                .orElseThrow(() -> DomainException.notFound("tool"));
    }

    private void measure(String tool, ToolCalls.Outcome outcome, long nanos) {
        metrics.timer("time.tracking.tool", "tool", tool, "outcome", outcome.key())
                .record(nanos, TimeUnit.NANOSECONDS);
        if (outcome == ToolCalls.Outcome.FAILED) {
            metrics.counter("time.tracking.errors", "error_type", "tool_failed").increment();
        }
    }

    /** A request has an id; a call from elsewhere is given one of its own. */
    private static @Nullable String beginCorrelation() {
        if (MDC.get(CORRELATION) != null) {
            return null;
        }
        var id = UUID.randomUUID().toString();
        MDC.put(CORRELATION, id);
        return id;
    }
}
