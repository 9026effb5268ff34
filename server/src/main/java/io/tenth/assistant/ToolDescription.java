package io.tenth.assistant;

import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.identity.Scope;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is known of a tool without the server: enough to offer it to a model and to check what comes back.
 *
 * @param name under which it is called, a promise
 * @param text what it does and when to use it, for a model and for people
 * @param scope which a program needs to have it done
 * @param effect what it changes at most
 * @param flags why a compliance officer would look at a call of it
 */
public record ToolDescription<A extends Record, R extends Record>(
        String name,
        String text,
        Scope scope,
        Effect effect,
        Set<ComplianceFlag> flags,
        Class<A> arguments,
        Class<R> result) {

    public ToolDescription {
        flags = Set.copyOf(flags);
    }

    /** Whether it can change anything of the person who asks. */
    public boolean changes() {
        return effect != Effect.NONE;
    }

    /** The scope for a call with some effect: what only reads needs no leave to write. */
    public Scope scope(Effect ofCall) {
        return ofCall == Effect.NONE ? scope.reading() : scope;
    }

    /** The strict JSON schema of the arguments. */
    public ObjectNode inputSchema() {
        return Schema.of(arguments);
    }

    /** The JSON schema of the whole result. */
    public ObjectNode outputSchema() {
        return Schema.of(result);
    }

    /** The JSON schema of what a model sees of the result. */
    public ObjectNode modelSchema() {
        return ModelView.schemaOf(result);
    }

    /** As a function, in the form of the Responses API and of most libraries. */
    public ObjectNode function() {
        return JsonNodeFactory.instance.objectNode().put("type", "function").setAll(said());
    }

    /** As a function, in the form of the Chat Completions API. */
    public ObjectNode chatFunction() {
        var function = JsonNodeFactory.instance.objectNode().put("type", "function");
        function.set("function", said());
        return function;
    }

    private ObjectNode said() {
        var said = JsonNodeFactory.instance.objectNode();
        said.put("name", name).put("description", text).put("strict", true);
        said.set("parameters", inputSchema());
        return said;
    }
}
