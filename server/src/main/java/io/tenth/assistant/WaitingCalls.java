package io.tenth.assistant;

import io.tenth.shared.Actor;
import io.tenth.shared.ErrorCode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

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

    private final WaitingRoom room;
    private final Tools tools;

    WaitingCalls(WaitingRoom room, Tools tools) {
        this.room = room;
        this.tools = tools;
    }

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
        return yes
                ? carryOut(call, person)
                : new ToolAnswer.Refused(ToolAnswer.Refused.DECLINED, "The person has said no.");
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
