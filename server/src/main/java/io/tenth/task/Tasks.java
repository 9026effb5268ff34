package io.tenth.task;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditLog;
import io.tenth.crypto.Vault;
import io.tenth.shared.Actor;
import io.tenth.shared.Demand;
import io.tenth.shared.DomainException;
import io.tenth.shared.Page;
import io.tenth.shared.TaskId;
import io.tenth.shared.Version;
import io.tenth.store.TimeTurn;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tasks of a person, and the only writer of them. */
@Service
public class Tasks {

    private final TaskRepository repository;
    private final TaskTimeRepository time;
    private final TimeTurn turn;
    private final Vault vault;
    private final AuditLog audit;
    private final Clock clock;

    Tasks(TaskRepository repository, TaskTimeRepository time, TimeTurn turn, Vault vault, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.time = time;
        this.turn = turn;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<Task> page(TaskQuery query, Actor.Person person) {
        var found = Page.cut(
                repository.page(query, query.limit() + 1, person),
                query.limit(),
                last -> TaskCursor.text(last.key(), last.task().id().value(), query));
        var spent = time.spent(
                found.items().stream().map(listed -> listed.task().id()).toList(), person);
        return found.map(listed -> listed.task().spending(spent));
    }

    @Transactional(readOnly = true)
    public Task one(TaskId id, Actor.Person person) {
        return repository
                .find(id, person)
                .map(task -> task.spending(time.spent(List.of(id), person)))
                .orElseThrow(Tasks::notFound);
    }

    /** One task with its latest time entries. */
    @Transactional(readOnly = true)
    public TaskDetail detail(TaskId id, Actor.Person person) {
        return new TaskDetail(one(id, person), time.latest(id, TaskDetail.MOST_ENTRIES, person, vault.sealOf(person)));
    }

    @Transactional
    public TaskId add(TaskContent task, Actor.Person person) {
        return add(task, task.status() == TaskStatus.DONE ? clock.instant() : null, person);
    }

    /**
     * Adds a task out of other books.
     *
     * @param completed when it was done; only for a task that is done or archived
     */
    @Transactional
    public TaskId add(TaskContent task, @Nullable Instant completed, Actor.Person person) {
        if (completed != null && !task.status().isComplete()) {
            throw DomainException.invalid("Only a task that is done has a time of completion.");
        }
        var id = TaskId.next();
        repository.insert(id, task, completed, person, clock.instant());
        audit.append(AuditEvent.of(person, "task.created", "task", id.value()));
        return id;
    }

    /**
     * Changes what a task says. Two changes at once follow each other, so that neither undoes what the other did to another field.
     *
     * @param change makes of what the task says now what it is to say
     * @param demanded the versions of which one the change is meant for
     */
    @Transactional
    public TaskDetail edit(TaskId id, UnaryOperator<TaskContent> change, Demand demanded, Actor.Person person) {
        var before = repository.lock(id, person).orElseThrow(Tasks::notFound);
        if (!demanded.allows(before.version())) {
            throw Version.outdated();
        }
        var after = change.apply(before.content());
        var now = clock.instant();
        repository.update(before, after, before.completedAfter(after, now), person, now);
        audit.append(AuditEvent.of(person, "task.updated", "task", id.value())
                .with(Map.of("fields", before.content().differences(after))));
        return detail(id, person);
    }

    /** Deletes a task. The time spent on it stays. */
    @Transactional
    public void delete(TaskId id, Demand demanded, Actor.Person person) {
        turn.take(person);
        if (!repository.delete(id, demanded, person)) {
            throw repository.find(id, person).isPresent() ? Version.outdated() : notFound();
        }
        audit.append(AuditEvent.of(person, "task.deleted", "task", id.value()));
    }

    private static DomainException notFound() {
        return DomainException.notFound("task");
    }
}
