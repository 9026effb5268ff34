package io.tenth.assistant;

import io.tenth.shared.Actor;
import io.tenth.shared.Course;
import io.tenth.shared.ErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.NullNode;

/**
 * The calls of a person's assistants that wait for their yes. A yes carries out exactly what was stored, once; what
 * failed by something that passes waits for another. Only what a person
 * does in a session of their own may lead here: a token or a client that speaks MCP has no way to say yes.
 */
@Service
public class WaitingCalls {

    /** Refusals that a little time mends. */
    private static final Set<String> PASSING =
            Set.of(ErrorCode.RATE_LIMIT_EXCEEDED.name(), ErrorCode.SERVICE_UNAVAILABLE.name());

    private static final Logger LOG = LoggerFactory.getLogger(WaitingCalls.class);

    private final WaitingRoom room;
    private final Tools tools;
    private final List<WhenDecided> interested;

    WaitingCalls(WaitingRoom room, Tools tools, List<WhenDecided> interested) {
        this.room = room;
        this.tools = tools;
        this.interested = List.copyOf(interested);
    }

    /** The result of something that was done a while ago: it is not kept here. */
    private record NotKept() {}

    /** Those that wait, the oldest first. */
    public List<WaitingCall> all(Actor.Person person) {
        return room.all(person);
    }

    /**
     * Decides on one. After a no the answer is {@link ToolAnswer.Refused} with {@link ToolAnswer.Refused#DECLINED}. Throws where
     * the call is unknown, was decided already or has waited for too long.
     */
    public ToolAnswer decide(UUID id, boolean yes, Actor.Person person) {
        var call = room.decide(id, yes, person);
        var became = yes ? carryOut(call, person) : ToolAnswer.Refused.NO;
        if (after(became) != WaitingRepository.State.WAITING) {
            interested.forEach(one -> tell(one, call, became, person));
        }
        return became;
    }

    /** What became of one that was decided on, without its result; empty where it waits, is being done, or is forgotten. */
    public Optional<ToolAnswer> became(UUID id, Actor.Person person) {
        return room.state(id, person).map(state -> switch (state) {
            case WAITING, CARRIED -> null;
            case DONE -> new ToolAnswer.Done(new NotKept(), NullNode.instance, NullNode.instance, "It was done.");
            case REFUSED -> new ToolAnswer.Refused(ErrorCode.CONFLICT.name(), "It could not be done.");
            case DECLINED -> ToolAnswer.Refused.NO;
        });
    }

    /** What was done is done, whoever fails to hear of it. */
    private static void tell(WhenDecided one, WaitingCall call, ToolAnswer became, Actor.Person person) {
        try {
            one.decided(call, became, person);
        } catch (RuntimeException fault) {
            LOG.error("what became of a call could not be told: {}", Course.of(fault));
        }
    }

    /** After a fault it waits again, until its time is over. */
    private ToolAnswer carryOut(WaitingCall call, Actor.Person person) {
        var state = WaitingRepository.State.WAITING;
        try {
            var answer = tools.carryOut(call, person);
            state = after(answer);
            return answer;
        } finally {
            room.settle(call.id(), state, person);
        }
    }

    private static WaitingRepository.State after(ToolAnswer answer) {
        return switch (answer) {
            case ToolAnswer.Done done -> WaitingRepository.State.DONE;
            case ToolAnswer.Waiting again -> WaitingRepository.State.WAITING;
            case ToolAnswer.Refused refused ->
                PASSING.contains(refused.code()) ? WaitingRepository.State.WAITING : WaitingRepository.State.REFUSED;
        };
    }
}
