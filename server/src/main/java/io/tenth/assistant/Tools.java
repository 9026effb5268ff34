package io.tenth.assistant;

import io.micrometer.core.instrument.MeterRegistry;
import io.tenth.identity.Access;
import io.tenth.identity.Scope;
import io.tenth.request.RequestLimits;
import io.tenth.settings.PersonalSettings;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.ErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * All tools, and the one way to call them: arguments are checked, the call is timed and audited, whichever door it came through. An
 * assistant is held to the policy besides.
 */
@Service
public class Tools {

    /** What the tools are, in the order in which they are always listed. */
    public static final List<ToolDescription<?, ?>> DESCRIPTIONS = List.of(
            ScanBillableTime.DESCRIPTION,
            AnalyzeTimeEntry.DESCRIPTION,
            GetTimeTrackingSummary.DESCRIPTION,
            ConfigureTimeTracking.DESCRIPTION,
            StartTimer.DESCRIPTION,
            StopTimer.DESCRIPTION,
            ListTimeEntries.DESCRIPTION,
            ReviewProposals.DESCRIPTION,
            FindMatter.DESCRIPTION);

    private static final String CORRELATION = "request_id";
    private static final int LONGEST_ARGUMENTS = 1 << 16;

    private final List<Tool<?, ?>> tools;
    private final AssistantPolicies policies;
    private final WaitingRoom waiting;
    private final Budgets budgets;
    private final ToolCalls calls;
    private final PersonalSettings settings;
    private final RequestLimits limits;
    private final JsonMapper json;
    private final MeterRegistry metrics;

    Tools(
            List<Tool<?, ?>> tools,
            AssistantPolicies policies,
            WaitingRoom waiting,
            Budgets budgets,
            ToolCalls calls,
            PersonalSettings settings,
            RequestLimits limits,
            JsonMapper json,
            MeterRegistry metrics) {
        this.tools = List.copyOf(tools);
        this.policies = policies;
        this.waiting = waiting;
        this.budgets = budgets;
        this.calls = calls;
        this.settings = settings;
        this.limits = limits;
        this.json = json;
        this.metrics = metrics;
    }

    /** Those that are offered to a person's assistants. */
    public List<ToolDescription<?, ?>> offered(Actor.Person person) {
        var policy = policies.of(person).effective();
        return DESCRIPTIONS.stream()
                .filter(tool -> policy.leaveFor(tool.effect()) != AssistantPolicy.Leave.NEVER)
                .toList();
    }

    /** What is asked for: arguments as JSON, by whom, and what they may have done. */
    private record Asked(String arguments, Asker.Assistant asker, Predicate<Scope> scopes) {}

    /** The scope that a program needs for a call. Refuses a name that no tool has, and arguments that cannot be read. */
    public Scope scope(String name, String arguments) {
        return scope(named(name), arguments);
    }

    /** Calls a tool by its name, with arguments as JSON. Refuses a name that no tool has. */
    public Record call(String name, String arguments, Actor.Person person) {
        return call(named(name, new Asker.Direct(), person), arguments, person);
    }

    /** Calls a tool. */
    public <A extends Record, R extends Record> R call(Tool<A, R> tool, A arguments, Actor.Person person) {
        return watched(ToolCalls.Called.of(tool.description()), new Asker.Direct(), person, () -> {
            requireTurn(person);
            Arguments.check(arguments);
            return tool.call(arguments, person);
        });
    }

    /**
     * Calls a tool for an assistant, or has the call wait for the person's yes. What the assistant can mend is an answer, never an
     * exception.
     */
    public ToolAnswer ask(String name, String arguments, Asker.Assistant asker, Actor.Person person) {
        try {
            return ask(named(name, asker, person), new Asked(arguments, asker, scope -> true), person);
        } catch (DomainException refused) {
            return ToolAnswer.Refused.of(refused);
        }
    }

    /** Does the same for a program with a token, within the scopes of that. Throws what it refuses. */
    public ToolAnswer demand(String name, String arguments, Asker.Assistant asker, Access access) {
        var person = access.person();
        return ask(named(name, asker, person), new Asked(arguments, asker, access::allows), person);
    }

    /** Carries out what has waited, after the person's yes. */
    ToolAnswer carryOut(WaitingCall call, Actor.Person person) {
        try {
            return carryOut(named(call.tool()), call, person);
        } catch (DomainException refused) {
            return ToolAnswer.Refused.of(refused);
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

    private <A extends Record, R extends Record> ToolAnswer ask(Tool<A, R> tool, Asked asked, Actor.Person person) {
        return watched(ToolCalls.Called.of(tool.description()), asked.asker(), person, () -> {
            requireTurn(person);
            budgets.takeCall(person);
            var arguments = read(tool, asked.arguments());
            requireScope(tool.description().scope(tool.effect(arguments)), asked.scopes());
            tool.refuseToAssistant(arguments);
            return switch (leave(tool, arguments, person)) {
                case GO -> done(tool, tool.call(arguments, person));
                case ASK ->
                    waiting(
                            new WaitingRoom.Wish(
                                    tool.description().name(),
                                    asked.arguments(),
                                    tool.willDo(arguments, person),
                                    asked.asker()),
                            person);
                case NEVER -> throw forbidden();
            };
        });
    }

    /** A person's yes is no call of an assistant's, and takes none of its turns. */
    private <A extends Record, R extends Record> ToolAnswer carryOut(
            Tool<A, R> tool, WaitingCall call, Actor.Person person) {
        return watched(ToolCalls.Called.of(tool.description()), call.asker(), person, () -> {
            var arguments = read(tool, call.arguments());
            if (leave(tool, arguments, person) == AssistantPolicy.Leave.NEVER) {
                throw forbidden();
            }
            return done(tool, tool.carryOut(arguments, call.agreed(), person));
        });
    }

    private <A extends Record> AssistantPolicy.Leave leave(Tool<A, ?> tool, A arguments, Actor.Person person) {
        return policies.of(person).effective().leaveFor(tool.effect(arguments));
    }

    private <R extends Record> ToolAnswer done(Tool<?, R> tool, R result) {
        var shown = tool.forModel(result);
        return new ToolAnswer.Done(
                result,
                json.valueToTree(result),
                ModelView.of(shown.getClass(), json.valueToTree(shown)),
                tool.text(result));
    }

    private ToolAnswer waiting(WaitingRoom.Wish wish, Actor.Person person) {
        var call = waiting.take(wish, person);
        return new ToolAnswer.Waiting(call.id(), call.willDo(), call.until());
    }

    private static void requireScope(Scope scope, Predicate<Scope> allowed) {
        if (!allowed.test(scope)) {
            throw new DomainException(ErrorCode.AUTHORIZATION_ERROR, "The token lacks the scope " + scope.key() + ".");
        }
    }

    private static DomainException forbidden() {
        return new DomainException(
                ErrorCode.AUTHORIZATION_ERROR,
                "Assistants may only read here. Under Settings a person can allow more.");
    }

    /** Does some work, and leaves its trace. */
    private <T> T watched(ToolCalls.Called called, Asker asker, Actor.Person person, Supplier<T> work) {
        var begun = System.nanoTime();
        var own = beginCorrelation();
        var outcome = ToolCalls.Outcome.FAILED;
        try {
            var result = work.get();
            outcome = result instanceof ToolAnswer.Waiting ? ToolCalls.Outcome.WAITING : ToolCalls.Outcome.DONE;
            return result;
        } catch (DomainException refused) {
            outcome = refused.code() == ErrorCode.RATE_LIMIT_EXCEEDED
                    ? ToolCalls.Outcome.LIMITED
                    : ToolCalls.Outcome.REFUSED;
            throw refused;
        } finally {
            var nanos = System.nanoTime() - begun;
            measure(called.tool(), outcome, nanos);
            if (isToldOf(outcome, person)) {
                calls.record(new ToolCalls.Ended(called, outcome, TimeUnit.NANOSECONDS.toMillis(nanos)), asker, person);
            }
            if (own != null) {
                MDC.remove(CORRELATION);
            }
        }
    }

    /** What is beyond a limit writes no more than once a minute, so that the limit bounds that too. */
    private boolean isToldOf(ToolCalls.Outcome outcome, Actor.Person person) {
        return outcome != ToolCalls.Outcome.LIMITED
                || limits.take("tools refused", person.user().value().toString(), 1)
                        .admitted();
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

    private <A extends Record, R extends Record> R call(Tool<A, R> tool, String arguments, Actor.Person person) {
        return call(tool, Arguments.read(arguments, tool.description().arguments(), json), person);
    }

    private <A extends Record> Scope scope(Tool<A, ?> tool, String arguments) {
        var description = tool.description();
        return description.scope(tool.effect(Arguments.read(arguments, description.arguments(), json)));
    }

    private <A extends Record> A read(Tool<A, ?> tool, String text) {
        if (text.length() > LONGEST_ARGUMENTS) {
            throw DomainException.invalid("The arguments are longer than 64 kB.");
        }
        var arguments = Arguments.read(text, tool.description().arguments(), json);
        Arguments.check(arguments);
        return arguments;
    }

    private Tool<?, ?> named(String name) {
        return found(name).orElseThrow(() -> DomainException.notFound("tool"));
    }

    /** To ask for a name that no tool has is a call too, and leaves its trace. */
    private Tool<?, ?> named(String name, Asker asker, Actor.Person person) {
        return found(name)
                .orElseGet(() -> watched(ToolCalls.Called.unknown(name), asker, person, () -> {
                    requireTurn(person);
                    throw DomainException.notFound("tool");
                }));
    }

    private Optional<Tool<?, ?>> found(String name) {
        return tools.stream()
                .filter(tool -> tool.description().name().equals(name))
                .findFirst();
    }

    private void measure(String tool, ToolCalls.Outcome outcome, long nanos) {
        var known = found(tool).isPresent() ? tool : "unknown";
        metrics.timer("time.tracking.tool", "tool", known, "outcome", outcome.key())
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
