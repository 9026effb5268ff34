package io.tenth.assistant;

import io.tenth.audit.AuditEvent.ComplianceFlag;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is known of a tool without the server: enough to offer it to a model and to check what comes back.
 *
 * @param name under which it is called, a promise
 * @param text what it does and when to use it, for a model and for people
 * @param changes whether it changes anything of the person who asks
 * @param flags why a compliance officer would look at a call of it
 */
public record ToolDescription<A extends Record, R extends Record>(
        String name, String text, boolean changes, Set<ComplianceFlag> flags, Class<A> arguments, Class<R> result) {

    public ToolDescription {
        flags = Set.copyOf(flags);
    }

    /** The strict JSON schema of the arguments. */
    public ObjectNode inputSchema() {
        return Schema.of(arguments);
    }

    /** The JSON schema of the result. */
    public ObjectNode outputSchema() {
        return Schema.of(result);
    }
}
