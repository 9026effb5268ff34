package io.tenth.entry.web;

import io.tenth.entry.NewTimeEntry;
import io.tenth.entry.TimeEntry;
import io.tenth.entry.TimeEntryEdit;
import io.tenth.entry.Work;
import io.tenth.shared.Change;
import io.tenth.shared.Demand;
import io.tenth.shared.DomainException;
import io.tenth.shared.MatterId;
import io.tenth.shared.TaskId;
import io.tenth.shared.WorkType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a form of an entry holds, as it was typed. A field that the browser did not send is as good as an empty one.
 *
 * @param task the id of a task; empty for none
 * @param matter the id of a matter of the directory; empty for the words in {@code clientMatter}
 * @param billable empty when the box is not ticked
 * @param version the entity tag of the entry that the form was made of; empty for a new one
 */
record EntryForm(
        String day,
        String from,
        String hours,
        String type,
        String task,
        String matter,
        String clientMatter,
        String billable,
        String description,
        String version) {

    EntryForm {
        day = Objects.requireNonNullElse(day, "");
        from = Objects.requireNonNullElse(from, "");
        hours = Objects.requireNonNullElse(hours, "");
        type = Objects.requireNonNullElse(type, WorkType.OTHER.key());
        task = Objects.requireNonNullElse(task, "");
        matter = Objects.requireNonNullElse(matter, "");
        clientMatter = Objects.requireNonNullElse(clientMatter, "");
        billable = Objects.requireNonNullElse(billable, "");
        description = Objects.requireNonNullElse(description, "");
        version = Objects.requireNonNullElse(version, "");
    }

    static EntryForm blank(LocalDate day) {
        return new EntryForm(day.toString(), "", "", WorkType.OTHER.key(), "", "", "", "yes", "", "");
    }

    static EntryForm of(TimeEntry entry, ZoneId zone) {
        var time = TypedTime.of(entry.time(), zone);
        var work = entry.work();
        return new EntryForm(
                time.day(),
                time.from(),
                time.hours(),
                work.type().key(),
                entry.task() == null ? "" : entry.task().id().value().toString(),
                work.matter() == null ? "" : work.matter().value().toString(),
                Objects.requireNonNullElse(work.clientMatter(), ""),
                work.billable() ? "yes" : "",
                work.description(),
                entry.version().etag());
    }

    NewTimeEntry entry(ZoneId zone) {
        return NewTimeEntry.typed(taskId(), typedTime().time(zone), work());
    }

    TimeEntryEdit edit() {
        var work = work();
        return new TimeEntryEdit(
                typedTime(),
                new Change.To<>(taskId()),
                new Change.To<>(work.type()),
                new Change.To<>(work.billable()),
                new Change.To<>(work.matter()),
                new Change.To<>(work.clientMatter()),
                new Change.To<>(work.description()),
                new Change.Keep<>(),
                new Change.Keep<>());
    }

    Demand demanded() {
        return version.isEmpty() ? Demand.ANY : Demand.of(version);
    }

    @Nullable
    TaskId taskId() {
        return idIfAny(task, TaskId::new, "task");
    }

    Work work() {
        return Work.typed(
                WorkType.ofKey(type),
                !billable.isEmpty(),
                description,
                idIfAny(matter, MatterId::new, "matter"),
                clientMatter);
    }

    private TypedTime typedTime() {
        return new TypedTime(day, from, hours);
    }

    private static <T> @Nullable T idIfAny(String typed, Function<UUID, T> type, String what) {
        try {
            return typed.isEmpty() ? null : type.apply(UUID.fromString(typed));
        } catch (IllegalArgumentException e) {
            throw DomainException.notFound(what);
        }
    }
}
