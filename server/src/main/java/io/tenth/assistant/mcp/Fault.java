package io.tenth.assistant.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpError;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Carries what goes wrong in our own code past the library, which would tell a program the words of any exception; those may hold
 * a statement of SQL and a row. Each request has one of its own.
 */
final class Fault {

    static final String KEY = "fault";
    static final String SENTENCE = "Something went wrong on our side.";
    static final int CODE = -32603;

    private @Nullable RuntimeException thrown;

    /** The same work, of which the library is told refusals alone. What else is thrown is kept for whoever asked it. */
    static <Q, R> BiFunction<McpTransportContext, Q, R> keeping(BiFunction<McpTransportContext, Q, R> work) {
        return (context, asked) -> {
            try {
                return work.apply(context, asked);
            } catch (McpError refusal) {
                throw refusal;
            } catch (RuntimeException fault) {
                of(context).thrown = fault;
                throw McpError.builder(CODE).message(SENTENCE).build();
            }
        };
    }

    /** Throws what was kept, if anything was. */
    static void release(McpTransportContext context) {
        var fault = of(context).thrown;
        if (fault != null) {
            throw fault;
        }
    }

    private static Fault of(McpTransportContext context) {
        return (Fault) context.get(KEY);
    }
}
