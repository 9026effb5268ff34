package io.tenth.assistant.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.tenth.assistant.Asker;
import io.tenth.identity.Access;
import io.tenth.shared.Actor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a message, and through which program.
 *
 * @param program what it is called: as the person has connected it, or else as it calls itself
 */
public record Caller(Access access, @Nullable String program) {

    private static final String KEY = "caller";

    Actor.Person person() {
        return access.person();
    }

    /** The words that the person asked with never get here: the protocol has no place for them. */
    Asker.Assistant asker() {
        return new Asker.Assistant(Asker.Door.MCP, "", program);
    }

    /** The same, where it is not known under which name the person has connected the program, by its own. */
    public Caller calledBy(@Nullable String itself) {
        if (access.program() != null) {
            return new Caller(access, access.program());
        }
        return itself == null ? this : new Caller(access, itself);
    }

    McpTransportContext context() {
        return McpTransportContext.create(Map.of(KEY, this, Fault.KEY, new Fault()));
    }

    static Caller of(McpTransportContext context) {
        return (Caller) context.get(KEY);
    }
}
