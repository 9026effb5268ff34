package io.tenth.assistant.web;

import io.tenth.assistant.Asker;
import io.tenth.assistant.ToolAnswer;
import io.tenth.assistant.ToolDescription;
import io.tenth.assistant.Tools;
import io.tenth.identity.Access;
import io.tenth.shared.DomainException;
import io.tenth.shared.ErrorCode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * All tools by their names, for programs that let a model call functions. Nobody can tell such a program from its model, so that a
 * token is an assistant here; who signed in calls directly.
 */
@RestController
@RequestMapping("/api/tools")
class ToolApi {

    private static final String WORDS = "Tenth-Words";
    private static final Map<String, Function<ToolDescription<?, ?>, ObjectNode>> FORMS =
            Map.of("responses", ToolDescription::function, "chat", ToolDescription::chatFunction);

    private final Tools tools;
    private final JsonMapper json;

    ToolApi(Tools tools, JsonMapper json) {
        this.tools = tools;
        this.json = json;
    }

    /** The tools as functions, as a service with the API of OpenAI takes them in the field {@code tools} of a request. */
    @GetMapping
    Listing list(@RequestParam(defaultValue = "responses") String form, Access access) {
        var described = FORMS.get(form);
        if (described == null) {
            throw DomainException.invalid("form", "The form is one of responses, chat.");
        }
        var offered = access.isByToken() ? tools.offered(access.person()) : Tools.DESCRIPTIONS;
        return new Listing(offered.stream().map(described).toList());
    }

    /**
     * Calls a tool with its arguments; what is left out is null. The answer is the result of that tool. With a personal token the call
     * is an assistant's: it is held to the policy of its person, and may wait for their yes; the result is without words of mail.
     */
    @PostMapping("/{name}")
    ResponseEntity<ObjectNode> call(
            @PathVariable String name,
            @RequestBody ObjectNode arguments,
            @RequestHeader(name = WORDS, defaultValue = "") String words,
            Access access) {
        return access.isByToken()
                ? told(tools.demand(
                        name, arguments.toString(), new Asker.Assistant(Asker.Door.API, read(words), null), access))
                : ResponseEntity.ok(json.valueToTree(tools.call(name, arguments.toString(), access.person())));
    }

    private ResponseEntity<ObjectNode> told(ToolAnswer answer) {
        return switch (answer) {
            case ToolAnswer.Done done -> ResponseEntity.ok(done.forModel().asObject());
            case ToolAnswer.Waiting call ->
                ResponseEntity.accepted()
                        .location(URI.create("/api/assistant/waiting"))
                        .body(json.valueToTree(new Waiting(call.callId(), call.willDo(), call.until())));
            case ToolAnswer.Refused refused ->
                throw new DomainException(ErrorCode.valueOf(refused.code()), refused.sentence());
        };
    }

    /** A header holds ASCII alone, so that other characters are percent-encoded in it. */
    private static String read(String words) {
        try {
            return UriUtils.decode(words, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw DomainException.invalid("The header " + WORDS + " is percent-encoded text.");
        }
    }

    /**
     * All tools.
     *
     * @param tools each as a function, with the strict JSON schema of its arguments; always in the same order
     */
    record Listing(List<ObjectNode> tools) {}

    /**
     * A call that waits for its person's yes.
     *
     * @param willDo what it will do, in words
     * @param until when it is forgotten
     */
    private record Waiting(UUID callId, String willDo, Instant until) {}
}
