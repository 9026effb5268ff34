package io.tenth.assistant.mcp;

import io.modelcontextprotocol.spec.ProtocolVersions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Tells in which revision of the protocol a message is written. From {@value #MODERN} on each message says so itself, in its body
 * and in headers that have to say the same; before, a handshake did.
 */
final class Revision {

    static final String MODERN = "2026-07-28";
    static final String KEY = "io.modelcontextprotocol/protocolVersion";
    static final String CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";
    static final String HEADER = "MCP-Protocol-Version";

    /** Those that a handshake agrees on, the best first. */
    static final List<String> BY_HANDSHAKE =
            List.of(ProtocolVersions.MCP_2025_11_25, ProtocolVersions.MCP_2025_06_18, ProtocolVersions.MCP_2025_03_26);

    /** All, the best first. */
    static final List<String> ALL =
            Stream.concat(Stream.of(MODERN), BY_HANDSHAKE.stream()).toList();

    private static final String ENCODED = "=?base64?";
    private static final String END = "?=";

    private Revision() {}

    /** Whether a message stands for itself. Refuses one of a revision that nobody here speaks. */
    static boolean isModern(Message message, @Nullable String header) throws Refusal {
        var said = said(message);
        if (header != null && !ALL.contains(header) && (said == null || said.equals(header))) {
            throw unknown(header);
        }
        return said != null || MODERN.equals(header);
    }

    /** Refuses a message that is not whole. */
    static void checkBody(Message message) throws Refusal {
        var said = said(message);
        if (said == null || !message.meta().path(CAPABILITIES).isObject()) {
            throw new Refusal(
                    Reply.BAD,
                    Refusal.WRONG_PARAMETERS,
                    "A message of this revision has " + KEY + " and " + CAPABILITIES + " in its _meta.");
        }
        if (!said.equals(MODERN)) {
            throw unknown(said);
        }
    }

    /** Refuses headers that say something else than the body. */
    static void checkHeaders(Message message, Function<String, @Nullable String> headers) throws Refusal {
        var said = said(message);
        if (said != null) {
            demand(HEADER, said, headers.apply(HEADER));
        }
        if (message.id() == null) {
            return;
        }
        demand("Mcp-Method", message.method(), headers.apply("Mcp-Method"));
        if (Message.NAMING.contains(message.method())) {
            var name = headers.apply("Mcp-Name");
            demand("Mcp-Name", message.named(), name == null ? null : decoded(name));
        }
    }

    private static void demand(String header, String said, @Nullable String value) throws Refusal {
        if (!said.equals(value)) {
            throw new Refusal(
                    Reply.BAD,
                    Refusal.HEADERS_DIFFER,
                    "The header " + header + " is missing, or says something else than the body.");
        }
    }

    private static @Nullable String said(Message message) {
        var said = message.meta().path(KEY);
        return said.isString() ? said.asString() : null;
    }

    private static @Nullable String decoded(String value) {
        if (!value.startsWith(ENCODED) || !value.endsWith(END)) {
            return value;
        }
        try {
            var bytes = Base64.getDecoder().decode(value.substring(ENCODED.length(), value.length() - END.length()));
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | IndexOutOfBoundsException notEncoded) {
            return null;
        }
    }

    private static Refusal unknown(String asked) {
        var data = JsonNodeFactory.instance.objectNode();
        var supported = data.putArray("supported");
        ALL.forEach(supported::add);
        data.put("requested", asked.substring(0, Math.min(asked.length(), 50)));
        return new Refusal(Reply.BAD, Refusal.NO_SUCH_REVISION, "Unsupported protocol version", data);
    }
}
