package io.tenth.audit;

import com.github.f4b6a3.uuid.UuidCreator;
import io.tenth.shared.Actor;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The record of every change. It demands the transaction of the change: no change without its event, no event without its
 * change. The application may add to it and read it; the database refuses it any other right.
 */
@Service
public class AuditLog {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void append(AuditEvent event) {
        jdbc.sql("""
                        INSERT INTO audit_events (event_id, recorded_at, user_id, operation, resource_type, resource_id,
                                                  result, compliance_flags, correlation_id, details)
                        VALUES (:id, :now, :user, :operation, :resourceType, :resourceId,
                                :result, :flags::text[], :correlation, :details::jsonb)
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("user", event.user() == null ? null : event.user().value(), Types.OTHER)
                .param("operation", event.operation())
                .param("resourceType", event.resourceType())
                .param("resourceId", event.resourceId())
                .param("result", event.result().name().toLowerCase(Locale.ROOT))
                .param("flags", flags(event))
                .param("correlation", MDC.get("request_id"), Types.VARCHAR)
                .param("details", json.writeValueAsString(event.details()))
                .update();
    }

    /** Appends the events of one person's transaction in one statement, in their order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void appendAll(List<AuditEvent> events, Actor.Person person) {
        if (events.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO audit_events (event_id, recorded_at, user_id, operation, resource_type, resource_id,
                                                  result, compliance_flags, correlation_id, details)
                        SELECT id, :now, :user, operation, resource_type, resource_id,
                               result, string_to_array(flags, ','), :correlation, details::jsonb
                          FROM unnest(:ids::uuid[], :operations::text[], :resourceTypes::text[], :resourceIds::text[],
                                      :results::text[], :flags::text[], :details::text[])
                               AS event (id, operation, resource_type, resource_id, result, flags, details)
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("user", person.user().value())
                .param("correlation", MDC.get("request_id"), Types.VARCHAR)
                .param(
                        "ids",
                        events.stream()
                                .map(event -> UuidCreator.getTimeOrderedEpoch())
                                .toArray(UUID[]::new))
                .param("operations", texts(events, AuditEvent::operation))
                .param("resourceTypes", texts(events, AuditEvent::resourceType))
                .param("resourceIds", texts(events, AuditEvent::resourceId))
                .param("results", texts(events, event -> event.result().name().toLowerCase(Locale.ROOT)))
                .param("flags", texts(events, event -> String.join(",", flags(event))))
                .param("details", texts(events, event -> json.writeValueAsString(event.details())))
                .update();
    }

    /**
     * How many events of each operation there are about a thing: its own, and those whose details name it under its kind.
     *
     * @param id of version 7: what lies before it is not looked through
     */
    @Transactional(readOnly = true)
    public SortedMap<String, Integer> about(String resourceType, UUID id, Actor.Person person) {
        var counts = new TreeMap<String, Integer>();
        jdbc.sql("""
                        SELECT operation, count(*)::integer AS events FROM audit_events
                         WHERE user_id = :user AND event_id > :first
                           AND ((resource_type = :type AND resource_id = :id) OR details ->> :type = :id)
                         GROUP BY operation
                        """)
                .param("user", person.user().value())
                .param("first", aMinuteBefore(id))
                .param("type", resourceType)
                .param("id", id.toString())
                .query(row -> {
                    counts.put(row.getString("operation"), row.getInt("events"));
                });
        return counts;
    }

    /** The clocks of two nodes differ by less. */
    private static UUID aMinuteBefore(UUID id) {
        var milliseconds =
                (id.getMostSignificantBits() >>> 16) - Duration.ofMinutes(1).toMillis();
        return new UUID(milliseconds << 16, 0);
    }

    private static String[] texts(List<AuditEvent> events, Function<AuditEvent, String> column) {
        return events.stream().map(column).toArray(String[]::new);
    }

    private static String[] flags(AuditEvent event) {
        return event.flags().stream().map(Enum::name).sorted().toArray(String[]::new);
    }
}
