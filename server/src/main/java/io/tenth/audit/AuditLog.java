package io.tenth.audit;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
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

    private static String[] flags(AuditEvent event) {
        return event.flags().stream().map(Enum::name).sorted().toArray(String[]::new);
    }
}
