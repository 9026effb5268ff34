package io.tenth.assistant;

import io.tenth.shared.Actor;
import org.springframework.context.ApplicationContext;

/** Calls that an assistant asks for on behalf of somebody who lets it only propose. */
public final class AskedCalls {

    private final Tools tools;

    public AskedCalls(ApplicationContext server) {
        this.tools = server.getBean(Tools.class);
    }

    /** Asks to start the timer, and returns the id of what then waits for a yes. */
    public String waiting(Actor.Person person) {
        var asker = new Asker.Assistant(Asker.Door.CHAT, "start my timer", "a conversation");
        return switch (tools.ask("start_timer", "{}", asker, person)) {
            case ToolAnswer.Waiting waiting -> waiting.callId().toString();
            case ToolAnswer.Done done -> throw new AssertionError("nobody was asked: " + done.text());
            case ToolAnswer.Refused refused -> throw new AssertionError(refused.sentence());
        };
    }
}
