package io.tenth.task;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditLog;
import io.tenth.shared.Actor;
import io.tenth.shared.TaskId;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tasks of a person, and the only writer of them. */
@Service
public class Tasks {

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    Tasks(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public TaskId add(NewTask task, Actor.Person person) {
        var id = TaskId.next();
        jdbc.sql("""
                        INSERT INTO tasks (user_id, task_id, title, description, status, priority, due_date, tags,
                                           estimated_hours, completed_at, created_at, updated_at)
                        VALUES (:user, :id, :title, :description, :status, :priority, :due, :tags::text[],
                                :estimate, :completed, :now, :now)
                        """)
                .param("user", person.user().value())
                .param("id", id.value())
                .param("title", task.title())
                .param("description", task.description())
                .param("status", task.status().key())
                .param("priority", task.priority().key())
                .param("due", task.due(), Types.DATE)
                .param("tags", task.tags().toArray(String[]::new))
                .param("estimate", task.estimatedHours(), Types.NUMERIC)
                .param(
                        "completed",
                        task.completedAt() == null ? null : task.completedAt().atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        audit.append(AuditEvent.of(person, "task.created", "task", id.value()));
        return id;
    }
}
