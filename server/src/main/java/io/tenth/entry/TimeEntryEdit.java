package io.tenth.entry;

import io.tenth.shared.Change;
import io.tenth.shared.MatterId;
import io.tenth.shared.TaskId;
import io.tenth.shared.WorkType;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants a time entry to say. Where it came from stays as it is.
 *
 * @param matter a matter of the directory, which brings its own name
 * @param billedMinutes in place of what the rules make of the worked time; null to leave it to them again
 * @param clientMatter the name of another; with no {@code matter} beside it, it takes the matter's place
 */
public record TimeEntryEdit(
        TimeChange time,
        Change<@Nullable TaskId> task,
        Change<WorkType> type,
        Change<Boolean> billable,
        Change<@Nullable MatterId> matter,
        Change<@Nullable String> clientMatter,
        Change<String> description,
        Change<@Nullable Integer> billedMinutes,
        Change<@Nullable String> rateCategory) {

    /** The entry after the edit. */
    NewTimeEntry over(TimeEntry before, ZoneId zone) {
        var work = before.work();
        return new NewTimeEntry(
                task.over(before.task() == null ? null : before.task().id()),
                time.over(before.time(), zone),
                Work.typed(
                        type.over(work.type()),
                        billable.over(work.billable()),
                        description.over(work.description()),
                        matterOver(work),
                        clientMatter.over(work.clientMatter())),
                new Charging(
                        billedMinutes.over(before.charging().billedMinutes()),
                        rateCategory.over(before.charging().rateCategory())),
                before.proposal());
    }

    private @Nullable MatterId matterOver(Work work) {
        return matter.over(clientMatter instanceof Change.To ? null : work.matter());
    }

    /** The names of the fields in which an entry differs from the one before, for the audit log. */
    static List<String> changed(TimeEntry before, NewTimeEntry after) {
        var task = before.task() == null ? null : before.task().id();
        return Stream.of(
                        changed("task_id", task, after.task()),
                        changed("time", before.time(), after.time()),
                        changed("entry_type", before.work().type(), after.work().type()),
                        changed(
                                "billable",
                                before.work().billable(),
                                after.work().billable()),
                        changed(
                                "matter_id",
                                before.work().matter(),
                                after.work().matter()),
                        changed(
                                "client_matter",
                                before.work().clientMatter(),
                                after.work().clientMatter()),
                        changed(
                                "description",
                                before.work().description(),
                                after.work().description()),
                        changed("charging", before.charging(), after.charging()))
                .flatMap(name -> name)
                .toList();
    }

    private static Stream<String> changed(String name, @Nullable Object before, @Nullable Object after) {
        return Objects.equals(before, after) ? Stream.empty() : Stream.of(name);
    }
}
