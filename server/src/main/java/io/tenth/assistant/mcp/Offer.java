package io.tenth.assistant.mcp;

import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.jackson3.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.util.Objects;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is offered to programs: the tools, the timesheets to read, and requests to begin with. It does not change while we run. */
final class Offer {

    /** For a model that is told how to use the tools. */
    static final String INSTRUCTIONS =
            "Tenth finds the time in a person's sent mail and keeps their time entries. Everything concerns the person who"
                    + " asks. Minutes are whole numbers, days are as 2026-07-28. Proposals wait for review; only what was"
                    + " approved is time. A call that changes something may wait for the person's yes, which they give in"
                    + " Tenth and no tool can give: tell them so, and do not call again.";

    private static final String NAME = "tenth";
    private static final String TITLE = "Tenth";

    private Offer() {}

    /** Opens it to what comes over a wire. Arguments are checked where they are for every other door. */
    static void open(Wire wire, JacksonMcpJsonMapper json, OfferedTools tools, Timesheets timesheets) {
        McpServer.sync(wire)
                .jsonMapper(json)
                .jsonSchemaValidator(new DefaultJsonSchemaValidator())
                .validateToolInputs(false)
                .immediateExecution(true)
                .serverInfo(Implementation.builder(NAME, version()).title(TITLE).build())
                .instructions(INSTRUCTIONS)
                .capabilities(ServerCapabilities.builder()
                        .tools(false)
                        .resources(false, false)
                        .prompts(false)
                        .build())
                .tools(tools.all())
                .addToolFilter(Fault.keeping(tools::isOffered)::apply)
                .resources(timesheets.fixed())
                .resourceTemplates(timesheets.template())
                .prompts(Prompts.all())
                .build();
    }

    /** Who answers. */
    static ObjectNode server() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", NAME)
                .put("title", TITLE)
                .put("version", version());
    }

    private static String version() {
        return Objects.requireNonNullElse(Offer.class.getPackage().getImplementationVersion(), "0");
    }
}
