package io.tenth.assistant.mcp;

import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Requests to begin with, which a person chooses in their program. */
final class Prompts {

    private static final List<Beginning> ALL = List.of(
            new Beginning(
                    "review_week",
                    "Review a week",
                    "Goes through a week of your time: what is there, what waits, and what looks wrong.",
                    new Filling(
                            "week",
                            "A week of ISO 8601, such as 2026-W30; last week where it is left out.",
                            Timesheets::isWeek,
                            "last-week"),
                    "Read my timesheet tenth://timesheet/%s. Then call get_time_tracking_summary with group_by day; it"
                            + " counts back from today, so have date_range_days reach from today to that week's Monday, at"
                            + " most 365, and leave out the days of other weeks. Tell me the hours of each day and of each"
                            + " matter, what of that week still waits for review, and which days or entries look wrong to"
                            + " you: gaps, overlaps, unusual lengths, work without a matter. Change nothing; ask me what to"
                            + " do."),
            new Beginning(
                    "find_forgotten_time",
                    "Find forgotten time",
                    "Looks for work of the last days that you have written of and not recorded.",
                    new Filling(
                            "days",
                            "How many days back, from 1 to 30; 7 where it is left out.",
                            Pattern.compile("[1-9]|[12]\\d|30").asMatchPredicate(),
                            "7"),
                    "Look for time that I have worked in the last %s days and not recorded. Call scan_billable_time for"
                            + " that many days, then list_time_entries for the same days, and tell me which found entries"
                            + " have no time entry yet, by matter. Approve nothing; ask me what to do with each."),
            new Beginning(
                    "month_by_client",
                    "A month by client",
                    "Adds up a month by client, billable and not.",
                    new Filling(
                            "month",
                            "A month such as 2026-07; this month where it is left out.",
                            Pattern.compile("\\d{4}-(0[1-9]|1[0-2])").asMatchPredicate(),
                            "this month"),
                    "Add up my time of %s by client: call list_time_entries for its days, and show a table with the"
                            + " minutes worked, billed and not billable for each client, then the sum. Say how many"
                            + " entries have no client."));

    private static final int WRONG_PARAMETERS = -32602;

    private Prompts() {}

    static List<SyncPromptSpecification> all() {
        return ALL.stream()
                .map(one -> new SyncPromptSpecification(
                        one.prompt(), Fault.keeping((context, request) -> one.filled(request))))
                .toList();
    }

    /** The one word that a request leaves open. */
    private record Filling(String name, String description, Predicate<String> form, String usual) {

        String of(GetPromptRequest request) {
            var given = Objects.requireNonNullElse(request.arguments(), Map.<String, Object>of())
                    .get(name);
            if (given == null) {
                return usual;
            }
            if (!form.test(given.toString())) {
                throw McpError.builder(WRONG_PARAMETERS)
                        .message(name + ": " + description)
                        .build();
            }
            return given.toString();
        }
    }

    private record Beginning(String name, String title, String description, Filling filling, String text) {

        Prompt prompt() {
            return Prompt.builder(name)
                    .title(title)
                    .description(description)
                    .arguments(List.of(PromptArgument.builder(filling.name())
                            .description(filling.description())
                            .required(false)
                            .build()))
                    .build();
        }

        GetPromptResult filled(GetPromptRequest request) {
            var words = TextContent.builder(text.formatted(filling.of(request))).build();
            return GetPromptResult.builder(List.of(new PromptMessage(Role.USER, words)))
                    .description(description)
                    .build();
        }
    }
}
