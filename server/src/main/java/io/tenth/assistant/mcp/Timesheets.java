package io.tenth.assistant.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.tenth.assistant.ToolAnswer;
import io.tenth.assistant.Tools;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The weeks of a person's time entries as things to read, from Monday to Sunday: what the tool that lists them shows a model. */
@Component
class Timesheets {

    private static final String PLACE = "tenth://timesheet/";
    private static final String THIS = "this-week";
    private static final String LAST = "last-week";
    private static final String JSON = "application/json";
    private static final int WRONG_PARAMETERS = -32602;

    private final Tools tools;
    private final Clock clock;

    Timesheets(Tools tools, Clock clock) {
        this.tools = tools;
        this.clock = clock;
    }

    List<SyncResourceSpecification> fixed() {
        return List.of(
                week(THIS, "The week that runs", "Your time entries from Monday to today."),
                week(LAST, "Last week", "Your time entries of the seven days up to last Sunday."));
    }

    List<SyncResourceTemplateSpecification> template() {
        return List.of(new SyncResourceTemplateSpecification(
                ResourceTemplate.builder(PLACE + "{week}", "timesheet")
                        .title("A week's timesheet")
                        .description("Your time entries of a week of ISO 8601, such as 2026-W30.")
                        .mimeType(JSON)
                        .build(),
                Fault.keeping(this::read)));
    }

    private SyncResourceSpecification week(String name, String title, String description) {
        return new SyncResourceSpecification(
                Resource.builder(PLACE + name, "timesheet-" + name)
                        .title(title)
                        .description(description)
                        .mimeType(JSON)
                        .build(),
                Fault.keeping(this::read));
    }

    private ReadResourceResult read(McpTransportContext context, ReadResourceRequest request) {
        var caller = Caller.of(context);
        var monday = monday(
                        request.uri().substring(PLACE.length()),
                        caller.access().account().zone())
                .orElseThrow(() -> McpError.RESOURCE_NOT_FOUND.apply(request.uri()));
        var days = "{\"from\": \"" + monday + "\", \"to\": \"" + monday.with(DayOfWeek.SUNDAY) + "\"}";
        return switch (tools.ask("list_time_entries", days, caller.asker(), caller.person())) {
            case ToolAnswer.Done done ->
                ReadResourceResult.builder(List.of(TextResourceContents.builder(
                                        request.uri(), done.forModel().toString())
                                .mimeType(JSON)
                                .build()))
                        .build();
            case ToolAnswer.Refused refused ->
                throw McpError.builder(WRONG_PARAMETERS)
                        .message(refused.sentence())
                        .build();
            case ToolAnswer.Waiting waiting -> throw new IllegalStateException("reading waits: " + waiting.callId());
        };
    }

    private Optional<LocalDate> monday(String week, ZoneId zone) {
        var monday = LocalDate.now(clock.withZone(zone)).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return switch (week) {
            case THIS -> Optional.of(monday);
            case LAST -> Optional.of(monday.minusWeeks(1));
            default -> written(week);
        };
    }

    /** Whether a week is written as ISO 8601 has it, and there is one of this number in its year. */
    static boolean isWeek(String text) {
        return written(text).isPresent();
    }

    private static Optional<LocalDate> written(String week) {
        try {
            return Optional.of(LocalDate.parse(week + "-1", DateTimeFormatter.ISO_WEEK_DATE));
        } catch (DateTimeException noWeek) {
            return Optional.empty();
        }
    }
}
