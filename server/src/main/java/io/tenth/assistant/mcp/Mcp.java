package io.tenth.assistant.mcp;

import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.tenth.assistant.Tools;
import io.tenth.identity.Scope;
import io.tenth.shared.DomainException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers messages of the Model Context Protocol, of revisions with a handshake and of the one without, side by side. Each message
 * stands for itself: nothing is kept between two of them.
 */
@Service
public class Mcp {

    /** Where programs send messages. */
    public static final String PATH = "/mcp";

    private static final Logger LOG = LoggerFactory.getLogger(Mcp.class);

    private final Tools tools;
    private final Wire wire;
    private final Modern modern;

    Mcp(Tools tools, Timesheets timesheets, OfferedTools offered, JsonMapper json) {
        this.tools = tools;
        var plain = JsonMapper.builder().build();
        var mapper = new JacksonMcpJsonMapper(plain);
        this.wire = new Wire(mapper, json);
        Offer.open(wire, mapper, offered, timesheets);
        this.modern = new Modern(wire);
    }

    /**
     * The answer to a message that came over HTTP. A fault of our own, such as a database that is away, is thrown: HTTP has answers
     * for it.
     *
     * @param headers of the request, by name; null for one that is not there
     */
    public Reply answer(String body, Function<String, @Nullable String> headers, Caller caller) {
        JsonNode id = null;
        try {
            var message = Message.of(body);
            id = message.id();
            var isModern = Revision.isModern(message, headers.apply(Revision.HEADER));
            if (isModern) {
                Revision.checkHeaders(message, headers);
            }
            return answer(message, isModern, caller);
        } catch (Refusal refused) {
            return refused.reply(id);
        }
    }

    /** The answer to a message that came as a line, from a program on this machine. Empty for what wants none. */
    public Optional<String> answer(String line, Caller caller) {
        JsonNode id = null;
        Reply reply;
        try {
            var message = Message.of(line);
            id = message.id();
            reply = answer(message, Revision.isModern(message, null), caller);
        } catch (Refusal refused) {
            reply = refused.reply(id);
        } catch (RuntimeException fault) {
            LOG.error("a message was not answered: {}", fault.getClass().getName());
            reply = id == null
                    ? Reply.taken()
                    : new Reply(Reply.OK, Refusal.error(id, Fault.CODE, Fault.SENTENCE, null), null);
        }
        return Optional.ofNullable(reply.body()).map(JsonNode::toString);
    }

    private Reply answer(Message message, boolean isModern, Caller caller) throws Refusal {
        var id = message.id();
        if (isModern) {
            Revision.checkBody(message);
        }
        message.checkName();
        var lacking = lacking(message, caller);
        if (lacking.isPresent()) {
            return lacks(lacking.get(), id);
        }
        return isModern ? modern.answer(message, caller) : byHandshake(message, id, caller);
    }

    private Reply byHandshake(Message message, @Nullable JsonNode id, Caller caller) throws Refusal {
        if (id == null) {
            wire.tell(message, caller.context());
            return Reply.taken();
        }
        return new Reply(Reply.OK, wire.ask(message, id, caller.context()), null);
    }

    /** What cannot be read is refused where it is carried out, with a sentence. */
    private Optional<Scope> lacking(Message message, Caller caller) {
        return needed(message).filter(scope -> !caller.access().allows(scope));
    }

    private Optional<Scope> needed(Message message) {
        if (message.method().equals("resources/read")) {
            return Optional.of(Scope.TIME_READ);
        }
        if (!message.method().equals("tools/call")) {
            return Optional.empty();
        }
        try {
            var arguments = message.params().path("arguments");
            return Optional.of(tools.scope(message.named(), arguments.isObject() ? arguments.toString() : "{}"));
        } catch (DomainException refused) {
            return Optional.empty();
        }
    }

    private static Reply lacks(Scope scope, @Nullable JsonNode id) {
        return new Reply(
                Reply.FORBIDDEN,
                Refusal.error(id, Refusal.NO_REQUEST, "The token lacks the scope " + scope.key() + ".", null),
                scope);
    }
}
