package io.tenth.task.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tenth.identity.Access;
import io.tenth.identity.Scope;
import io.tenth.shared.Actor;
import io.tenth.shared.Demand;
import io.tenth.shared.Hours;
import io.tenth.shared.Page;
import io.tenth.shared.TaskId;
import io.tenth.task.Task;
import io.tenth.task.TaskDetail;
import io.tenth.task.TaskStatus;
import io.tenth.task.Tasks;
import io.tenth.task.TimeOnTask;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tasks of a person. */
@RestController
@RequestMapping("/api/tasks")
class TaskApi {

    private final Tasks tasks;

    TaskApi(Tasks tasks) {
        this.tasks = tasks;
    }

    /** The tasks that pass a filter. */
    @GetMapping
    Page<Answer> list(TaskListRequest asked, Actor.Person person) {
        return tasks.page(asked.query(), person).map(task -> Answer.of(task, person));
    }

    @PostMapping
    ResponseEntity<Detail> add(@RequestBody NewTaskBody body, Access access) {
        var detail = tasks.detail(tasks.add(body.content(), access.person()), access.person());
        return ResponseEntity.created(
                        URI.create("/api/tasks/" + detail.task().id().value()))
                .eTag(detail.etag())
                .body(Detail.of(detail, access));
    }

    /** A task with its latest time entries. A personal token sees those only with the scope {@code time:read} as well. */
    @GetMapping("/{id}")
    ResponseEntity<Detail> one(@PathVariable UUID id, Access access) {
        return shown(tasks.detail(new TaskId(id), access.person()), access);
    }

    /** Changes the fields that are named. Refuses when the task has moved on from the version of {@code If-Match}. */
    @PatchMapping("/{id}")
    ResponseEntity<Detail> edit(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody TaskChangeBody body,
            Access access) {
        return shown(tasks.edit(new TaskId(id), body::over, Demand.of(ifMatch), access.person()), access);
    }

    /** Changes where the task stands, and nothing else. */
    @PatchMapping("/{id}/status")
    ResponseEntity<Detail> move(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody StatusBody body,
            Access access) {
        var moved =
                tasks.edit(new TaskId(id), before -> before.with(body.status()), Demand.of(ifMatch), access.person());
        return shown(moved, access);
    }

    /** Deletes a task; the time entries that were spent on it stay, without a task. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor.Person person) {
        tasks.delete(new TaskId(id), Demand.of(ifMatch), person);
    }

    private static ResponseEntity<Detail> shown(TaskDetail detail, Access access) {
        return ResponseEntity.ok().eTag(detail.etag()).body(Detail.of(detail, access));
    }

    /** Where a task is to stand. */
    record StatusBody(TaskStatus status) {}

    /**
     * A task.
     *
     * @param completedAt null unless it was done
     * @param timeTrackedHours what was recorded on it; a running timer counts once it stops
     */
    record Answer(
            UUID id,
            UUID userId,
            String title,
            String description,
            String status,
            String priority,
            @Nullable LocalDate dueDate,
            List<String> tags,
            @Nullable BigDecimal estimatedHours,
            BigDecimal timeTrackedHours,
            @Nullable Instant completedAt,
            Instant createdAt,
            Instant updatedAt) {

        static Answer of(Task task, Actor.Person person) {
            var content = task.content();
            return new Answer(
                    task.id().value(),
                    person.user().value(),
                    content.title(),
                    content.description(),
                    content.status().key(),
                    content.priority().key(),
                    content.due(),
                    content.tags(),
                    content.estimatedHours(),
                    Hours.of(task.spent()),
                    task.completedAt(),
                    task.createdAt(),
                    task.updatedAt());
        }
    }

    /**
     * A task with the time spent on it.
     *
     * @param timeEntries the latest first, at most 100; {@code /api/time-entries?task_id=} has them all. Absent for a personal
     *     token without the scope {@code time:read}
     */
    record Detail(
            @JsonUnwrapped Answer task,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Entry> timeEntries) {

        static Detail of(TaskDetail detail, Access access) {
            return new Detail(
                    Answer.of(detail.task(), access.person()),
                    access.allows(Scope.TIME_READ)
                            ? detail.entries().stream().map(Entry::of).toList()
                            : null);
        }
    }

    /**
     * A time entry of the task.
     *
     * @param datePerformed the day in the person's zone
     * @param clockKnown false where only the amount was said: start and end are then nominal
     * @param durationSeconds null while the timer runs, as {@code endTime} and {@code durationHours} are
     */
    record Entry(
            UUID id,
            LocalDate datePerformed,
            Instant startTime,
            @Nullable Instant endTime,
            boolean clockKnown,
            @Nullable Long durationSeconds,
            @Nullable BigDecimal durationHours,
            String entryType,
            boolean billable,
            String description,
            boolean isActive) {

        static Entry of(TimeOnTask entry) {
            var time = entry.duration();
            return new Entry(
                    entry.id().value(),
                    entry.day(),
                    entry.start(),
                    entry.end(),
                    entry.clockKnown(),
                    time == null ? null : time.toSeconds(),
                    time == null ? null : Hours.of(time),
                    entry.type().key(),
                    entry.billable(),
                    entry.description(),
                    time == null);
        }
    }
}
