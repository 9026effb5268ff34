package io.tenth.assistant.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import io.tenth.assistant.ToolAnswer;
import io.tenth.assistant.ToolDescription;
import io.tenth.assistant.Tools;
import io.tenth.identity.PublicAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The tools in the form of the protocol. Of a result a program is given what a model may see. */
@Component
class OfferedTools {

    private static final String WHERE = "/chat#waiting";

    private final Tools tools;
    private final PublicAddress address;
    private final JsonMapper json;

    OfferedTools(Tools tools, PublicAddress address, JsonMapper json) {
        this.tools = tools;
        this.address = address;
        this.json = json;
    }

    List<SyncToolSpecification> all() {
        return Tools.DESCRIPTIONS.stream()
                .map(tool -> new SyncToolSpecification(described(tool), Fault.keeping(this::call)))
                .toList();
    }

    /** Whether the person's policy offers a tool to the program that lists them. */
    boolean isOffered(McpTransportContext context, Tool tool) {
        return tools.offered(Caller.of(context).person()).stream()
                .anyMatch(offered -> offered.name().equals(tool.name()));
    }

    private Tool described(ToolDescription<?, ?> tool) {
        var title = titleOf(tool.name());
        return Tool.builder(tool.name(), map(arguments(tool)))
                .title(title)
                .description(tool.text())
                .outputSchema(map(result(tool)))
                .annotations(new ToolAnnotations(title, !tool.changes(), false, null, false, null))
                .build();
    }

    private CallToolResult call(McpTransportContext context, CallToolRequest request) {
        var caller = Caller.of(context);
        var arguments = json.writeValueAsString(Objects.requireNonNullElse(request.arguments(), Map.of()));
        return switch (tools.ask(request.name(), arguments, caller.asker(), caller.person())) {
            case ToolAnswer.Done done -> told(done.text(), done.forModel());
            case ToolAnswer.Waiting waiting ->
                told("Waiting for your yes in Tenth: " + address.link(WHERE), waits(waiting));
            case ToolAnswer.Refused refused ->
                CallToolResult.builder()
                        .addTextContent(refused.sentence())
                        .isError(true)
                        .build();
        };
    }

    /** A program of an older revision, or a simple one, reads the text alone. */
    private CallToolResult told(String text, JsonNode result) {
        return CallToolResult.builder()
                .addTextContent(text)
                .addTextContent(result.toString())
                .structuredContent(map(result))
                .isError(false)
                .build();
    }

    private ObjectNode waits(ToolAnswer.Waiting waiting) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("waiting_call_id", waiting.callId().toString())
                .put("will_do", waiting.willDo())
                .put("until", waiting.until().toString())
                .put("agree_at", address.link(WHERE));
    }

    /** What may be null may be left out: few programs of this protocol fill in what they have nothing for. */
    private static ObjectNode arguments(ToolDescription<?, ?> tool) {
        var schema = tool.inputSchema();
        var required = schema.putArray("required");
        schema.required("properties").propertyStream().forEach(field -> {
            if (!field.getValue().path("type").isArray()) {
                required.add(field.getKey());
            }
        });
        return schema;
    }

    private static ObjectNode result(ToolDescription<?, ?> tool) {
        if (!tool.changes()) {
            return tool.modelSchema();
        }
        var either = JsonNodeFactory.instance.objectNode().put("type", "object");
        either.putArray("anyOf").add(tool.modelSchema()).add(waitingSchema());
        return either;
    }

    private static ObjectNode waitingSchema() {
        var schema = JsonNodeFactory.instance
                .objectNode()
                .put("type", "object")
                .put("description", "The call waits for the person's yes, which they give in Tenth.");
        var fields = schema.putObject("properties");
        var required = schema.putArray("required");
        List.of("waiting_call_id", "will_do", "until", "agree_at").forEach(name -> {
            fields.putObject(name).put("type", "string");
            required.add(name);
        });
        return schema.put("additionalProperties", false);
    }

    private static String titleOf(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).replace('_', ' ');
    }

    @SuppressWarnings("unchecked") // the keys of a JSON object are texts
    private Map<String, Object> map(JsonNode object) {
        return json.convertValue(object, Map.class);
    }
}
