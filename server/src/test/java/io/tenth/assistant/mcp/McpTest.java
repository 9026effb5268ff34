package io.tenth.assistant.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.tenth.ServerTest;
import io.tenth.assistant.AssistantPolicies;
import io.tenth.assistant.AssistantPolicy;
import io.tenth.assistant.Tools;
import io.tenth.capture.StoredProposals;
import io.tenth.identity.Account;
import io.tenth.store.Rows;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What a program gets that speaks the revisions with a handshake, by the client of the library's authors. */
class McpTest extends ServerTest {

    @Autowired
    private ApplicationContext server;

    @Autowired
    private AssistantPolicies policies;

    private Account account;
    private McpSyncClient client;

    @BeforeEach
    void connect() {
        account = newPerson();
        client = client(account);
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void saysWhoItIsAndOffersEveryTool() {
        assertThat(client.getCurrentInitializationResult().protocolVersion()).isEqualTo("2025-11-25");
        assertThat(client.getServerInfo().name()).isEqualTo("tenth");
        var tools = client.listTools().tools();
        assertThat(tools).hasSize(Tools.DESCRIPTIONS.size());
        assertThat(tools).allSatisfy(tool -> {
            assertThat(tool.annotations().destructiveHint()).isFalse();
            assertThat(tool.annotations().openWorldHint()).isFalse();
            assertThat(tool.outputSchema()).containsEntry("type", "object");
        });
        assertThat(tools.stream()
                        .filter(tool -> tool.annotations().readOnlyHint())
                        .map(tool -> tool.name()))
                .containsExactly("analyze_time_entry", "get_time_tracking_summary", "list_time_entries", "find_matter");
    }

    @Test
    void answersInFieldsAndInWords() {
        var listed = call("list_time_entries", Map.of());
        assertThat(listed.isError()).isFalse();
        assertThat(listed.structuredContent().toString()).contains("from=", "to=", "entries=[]", "omitted=0");
        assertThat(texts(listed)).contains("0 entries", "\"entries\":[]");
    }

    @Test
    void hasAChangeWaitForTheYesThatNoProgramCanSay() {
        var asked = call("start_timer", Map.of("description", "The lease"));
        assertThat(texts(asked)).contains("Waiting for your yes in Tenth: ", "/chat#waiting");
        var id = String.valueOf(((Map<?, ?>) asked.structuredContent()).get("waiting_call_id"));
        assertThat(timers()).isZero();

        var token = McpTokens.all(server, account);
        assertThat(api().withToken(token)
                        .post("/api/assistant/waiting/" + id, "{\"approved\": true}")
                        .status())
                .isEqualTo(403);
        assertThat(call("start_timer", Map.of("approved", true)).isError()).isTrue();
        assertThat(timers()).isZero();

        assertThat(api(account)
                        .post("/api/assistant/waiting/" + id, "{\"approved\": true}")
                        .text("/outcome"))
                .isEqualTo("done");
        assertThat(timers()).isOne();
    }

    @Test
    void doesWhatThePolicyAllowsAndOffersNoMore() {
        policies.set(AssistantPolicy.ACT, account.person());
        assertThat(call("start_timer", Map.of()).structuredContent().toString()).contains("running=true");
        policies.set(AssistantPolicy.READ_ONLY, account.person());
        assertThat(client.listTools().tools()).noneMatch(tool -> tool.name().equals("stop_timer"));
        assertThat(call("stop_timer", Map.of()).isError()).isTrue();
        assertThat(timers()).isOne();
    }

    @Test
    void refusesArgumentsWithASentence() {
        assertThat(texts(call("list_time_entries", Map.of("from", "yesterday"))))
                .contains("The argument from has the wrong form");
        assertThat(texts(call("scan_billable_time", Map.of("date_range_days", 1000))))
                .contains("date_range_days is 1 to 30.");
        assertThat(call("find_matter", Map.of("words", Map.of("$ref", "http://127.0.0.1:1/schema")))
                        .isError())
                .isTrue();
    }

    @Test
    void tellsNoWordOfAMail() {
        new StoredProposals(server, database()).some(3, account.person());
        var told = texts(call("get_time_tracking_summary", Map.of("date_range_days", 365, "group_by", "client")));
        assertThat(told).contains("proposed");
        assertThat(told)
                .doesNotContain(
                        StoredProposals.SUBJECT,
                        StoredProposals.QUOTE,
                        StoredProposals.DESCRIPTION,
                        StoredProposals.CLIENT_MATTER,
                        "achterberg.example");
    }

    /** A62: ids are no keys. What another person's id names is answered as what was never there. */
    @Test
    void findsNothingOfAnybodyElse() {
        var other = newPerson();
        var rows = new Rows(database());
        var owned = Map.of(
                "review_proposals",
                new StoredProposals(server, database())
                        .one(other.person())
                        .value()
                        .toString(),
                "analyze_time_entry",
                of(other, "SELECT message_id::text FROM proposals WHERE user_id = ?", rows),
                "scan_billable_time",
                of(other, "SELECT mailbox_id::text FROM mailboxes WHERE user_id = ?", rows));
        owned.forEach((tool, id) -> {
            var missing = UUID.randomUUID().toString();
            assertThat(texts(about(tool, id)))
                    .contains("There is no such")
                    .isEqualTo(texts(about(tool, missing)).replace(missing, id));
        });
    }

    @Test
    void givesAWeekToRead() {
        var theirs = api(newPerson())
                .post("/api/time-entries", "{\"date_performed\": \"2026-07-22\", \"duration\": \"0:25\"}");
        assertThat(theirs.status()).isEqualTo(201);
        api(account).post("/api/time-entries", "{\"date_performed\": \"2026-07-22\", \"duration\": \"1h30\"}");
        assertThat(client.listResources().resources()).hasSize(2);
        assertThat(client.listResourceTemplates().resourceTemplates()).hasSize(1);
        assertThat(week("2026-W30")).contains("\"duration_minutes\":90").doesNotContain("\"duration_minutes\":25");
        assertThat(week("2026-W29")).contains("\"entries\":[]");
        assertThat(week("last-week")).contains("\"from\"");
    }

    @Test
    void givesRequestsToBeginWith() {
        assertThat(client.listPrompts().prompts().stream().map(prompt -> prompt.name()))
                .containsExactlyInAnyOrder("review_week", "find_forgotten_time", "month_by_client");
        var begun = client.getPrompt(GetPromptRequest.builder("month_by_client")
                .arguments(Map.of("month", "2026-07"))
                .build());
        assertThat(begun.messages().getFirst().content().toString()).contains("my time of 2026-07 by client");
    }

    /** The summary counts back from today, so that it has to be told how far. */
    @Test
    void asksForTheDaysOfAWeekInWordsThatTheToolsTake() {
        assertThat(review("2026-W53")).contains("tenth://timesheet/2026-W53", "date_range_days", "group_by day");
        for (var week : List.of("2026-W00", "2025-W53", "2026-W99", "2026-30")) {
            assertThatThrownBy(() -> review(week)).hasMessageContaining("A week of ISO 8601");
        }
    }

    @Test
    void leavesATraceOfEachCallWithTheProgramThatAsked() {
        call("find_matter", Map.of("words", "lease"));
        assertThat(new Rows(database())
                        .texts(
                                "SELECT details->>'door' || ' ' || (details->>'origin') || ' ' || (details->>'outcome')"
                                        + " FROM audit_events WHERE user_id = ? AND operation = 'tool.called'",
                                account.id().value()))
                .singleElement()
                .asString()
                .startsWith("mcp ")
                .endsWith(" done");
    }

    private McpSyncClient client(Account of) {
        var token = McpTokens.all(server, of);
        var transport = HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + port())
                .addHttpRequestCustomizer(
                        (request, method, uri, body, context) -> request.setHeader("Authorization", "Bearer " + token))
                .build();
        var made = McpClient.sync(transport).build();
        made.initialize();
        return made;
    }

    private CallToolResult call(String tool, Map<String, Object> arguments) {
        return client.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
    }

    private CallToolResult about(String tool, String id) {
        return call(
                tool,
                switch (tool) {
                    case "review_proposals" -> Map.of("action", "reject", "proposal_ids", List.of(id));
                    case "analyze_time_entry" -> Map.of("email_id", id);
                    case "scan_billable_time" -> Map.of("mailbox", id);
                    default -> throw new IllegalArgumentException(tool);
                });
    }

    private static String of(Account owner, String query, Rows rows) {
        return rows.texts(query, owner.id().value()).getFirst();
    }

    private String review(String week) {
        return client.getPrompt(GetPromptRequest.builder("review_week")
                        .arguments(Map.of("week", week))
                        .build())
                .messages()
                .getFirst()
                .content()
                .toString();
    }

    private String week(String name) {
        var read = client.readResource(
                ReadResourceRequest.builder("tenth://timesheet/" + name).build());
        return ((TextResourceContents) read.contents().getFirst()).text();
    }

    private long timers() {
        return api(account).get("/api/time-entries/active").status() == 200 ? 1 : 0;
    }

    private static String texts(CallToolResult result) {
        return result.content().stream()
                .map(content -> ((TextContent) content).text())
                .collect(Collectors.joining("\n"));
    }
}
