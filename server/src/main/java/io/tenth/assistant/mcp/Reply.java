package io.tenth.assistant.mcp;

import io.tenth.identity.Scope;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answer to one message.
 *
 * @param status of HTTP
 * @param body null for what is taken without an answer
 * @param lacking the scope that the token would need; null where it has what it needs
 */
public record Reply(
        int status, @Nullable ObjectNode body, @Nullable Scope lacking) {

    static final int OK = 200;
    static final int TAKEN = 202;
    static final int BAD = 400;
    static final int FORBIDDEN = 403;
    static final int MISSING = 404;

    static Reply taken() {
        return new Reply(TAKEN, null, null);
    }
}
