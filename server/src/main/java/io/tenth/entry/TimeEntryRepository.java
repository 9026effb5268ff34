package io.tenth.entry;

import io.tenth.crypto.Seal;
import io.tenth.shared.Actor;
import io.tenth.shared.DayRange;
import io.tenth.shared.Demand;
import io.tenth.shared.ProposalId;
import io.tenth.shared.TaskId;
import io.tenth.shared.TimeEntryId;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TimeEntryRepository {

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate AFTER_THE_LAST_DAY = LocalDate.of(3000, 1, 2);
    private static final int MOST_ENTERED = 2_000;

    private final JdbcClient jdbc;

    TimeEntryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TimeEntry> between(DayRange days, Actor.Person person, Seal seal) {
        return jdbc.sql(TimeEntryRow.SELECT + """
                         WHERE e.user_id = :user AND e.work_date >= :from AND e.work_date < :to
                         ORDER BY e.work_date, e.entry_id
                        """)
                .param("user", person.user().value())
                .param("from", days.from())
                .param("to", days.to())
                .query(new TimeEntryRow(seal))
                .list();
    }

    List<TimeEntry> enteredOn(List<LocalDate> days, Actor.Person person, Seal seal) {
        return jdbc.sql(TimeEntryRow.SELECT + """
                         WHERE e.user_id = :user AND e.work_date = ANY (:days::date[])
                           AND e.proposal_id IS NULL AND NOT e.is_active
                         ORDER BY e.work_date, e.entry_id
                         LIMIT :most
                        """)
                .param("user", person.user().value())
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .param("most", MOST_ENTERED)
                .query(new TimeEntryRow(seal))
                .list();
    }

    List<TimeEntry> page(TimeEntryQuery query, int most, Actor.Person person, Seal seal) {
        var days = query.days();
        var after = query.start();
        return jdbc.sql(TimeEntryRow.SELECT + """
                         WHERE e.user_id = :user AND e.work_date >= :from AND e.work_date < :to
                           AND (:task::uuid IS NULL OR e.task_id = :task::uuid)
                           AND (:afterDay::date IS NULL OR (e.work_date, e.entry_id) > (:afterDay::date, :afterId::uuid))
                         ORDER BY e.work_date, e.entry_id
                         LIMIT :most
                        """)
                .param("user", person.user().value())
                .param("from", days == null ? FIRST_DAY : days.from())
                .param("to", days == null ? AFTER_THE_LAST_DAY : days.to())
                .param("task", query.task() == null ? null : query.task().value(), Types.OTHER)
                .param("afterDay", after == null ? null : after.day(), Types.DATE)
                .param("afterId", after == null ? null : after.id(), Types.OTHER)
                .param("most", most)
                .query(new TimeEntryRow(seal))
                .list();
    }

    /**
     * Finds an entry, with those that it overlaps as {@link Overlaps} would name them: one way to the database instead of two.
     *
     * @param now the end of what has none, within the 24 hours that it may count
     */
    Optional<TimeEntry> find(TimeEntryId id, Instant now, Actor.Person person, Seal seal) {
        return jdbc.sql("""
                        SELECT entry.*,
                               ARRAY(SELECT other.entry_id FROM time_entries other
                                      WHERE other.user_id = :user AND other.entry_id <> entry.entry_id
                                        AND other.clock_known AND entry.clock_known
                                        AND (other.work_date BETWEEN entry.work_date - :around AND entry.work_date + :around
                                             OR other.is_active)
                                        AND other.start_time < coalesce(entry.end_time, %1$s)
                                        AND coalesce(other.end_time, %2$s) > entry.start_time
                                      ORDER BY other.start_time, other.entry_id
                                      LIMIT :most) AS overlapped
                          FROM (%3$s WHERE e.user_id = :user AND e.entry_id = :id) AS entry
                        """.formatted(goesOnTo("entry"), goesOnTo("other"), TimeEntryRow.SELECT))
                .param("user", person.user().value())
                .param("id", id.value())
                .param("now", EntryWrite.utc(now))
                .param("longest", WorkTime.MOST.toSeconds())
                .param("around", Overlaps.DAYS_AROUND)
                .param("most", Overlaps.MOST)
                .query(new TimeEntryRow(seal)::withOverlaps)
                .optional();
    }

    /** Finds an entry and keeps others from changing it until the transaction ends. */
    Optional<TimeEntry> lock(TimeEntryId id, Actor.Person person, Seal seal) {
        return jdbc.sql(TimeEntryRow.SELECT + " WHERE e.user_id = :user AND e.entry_id = :id FOR UPDATE OF e")
                .param("user", person.user().value())
                .param("id", id.value())
                .query(new TimeEntryRow(seal))
                .optional();
    }

    /**
     * Where the entries of some days lie by the clock, in the order of their start. A timer that runs is among them whatever
     * day it began on.
     *
     * @param last the last of the days
     * @param now the end of what has none, within the 24 hours that it may count
     */
    List<Overlaps.Span> spans(LocalDate first, LocalDate last, Instant now, Actor.Person person) {
        return jdbc.sql("""
                        SELECT entry_id, start_time, coalesce(end_time, %s) AS end_time
                          FROM time_entries
                         WHERE user_id = :user AND clock_known
                           AND (work_date BETWEEN :first AND :last OR is_active)
                         ORDER BY start_time, entry_id
                        """.formatted(goesOnTo("time_entries")))
                .param("user", person.user().value())
                .param("first", first)
                .param("last", last)
                .param("now", EntryWrite.utc(now))
                .param("longest", WorkTime.MOST.toSeconds())
                .query((row, number) -> new Overlaps.Span(
                        new TimeEntryId(row.getObject("entry_id", UUID.class)),
                        TimeEntryRow.instant(row, "start_time"),
                        TimeEntryRow.instant(row, "end_time")))
                .list();
    }

    boolean hasTask(TaskId task, Actor.Person person) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM tasks WHERE user_id = :user AND task_id = :task)")
                .param("user", person.user().value())
                .param("task", task.value())
                .query(Boolean.class)
                .single();
    }

    /** The tasks that are still to be done, those that were touched last first. */
    List<TimeEntry.Task> openTasks(int most, Actor.Person person) {
        return jdbc.sql("""
                        SELECT task_id, title FROM tasks
                         WHERE user_id = :user AND status IN ('todo', 'in_progress')
                         ORDER BY updated_at DESC, task_id
                         LIMIT :most
                        """)
                .param("user", person.user().value())
                .param("most", most)
                .query((row, number) ->
                        new TimeEntry.Task(new TaskId(row.getObject("task_id", UUID.class)), row.getString("title")))
                .list();
    }

    /** Returns false when its proposal has an entry already. */
    boolean insert(EntryWrite write, Seal seal) {
        return Constraints.checked(
                () -> jdbc.sql("""
                                INSERT INTO time_entries (user_id, entry_id, task_id, matter_id, work_date, start_time, end_time,
                                                          clock_known, type, billable, description, client_matter, proposal_id,
                                                          billed_minutes, billed_by_hand, rate_category, created_at, updated_at)
                                VALUES (:user, :id, :task, :matter, :day, :start, :end,
                                        :clockKnown, :type, :billable, :description, :clientMatter, :proposal,
                                        :billed, :billedByHand, :rateCategory, :now, :now)
                                ON CONFLICT (user_id, proposal_id) DO NOTHING
                                """).paramSource(write.sealed(seal)).update() == 1);
    }

    /** Returns false when the entry is not there, or not in the version that is demanded. */
    boolean update(EntryWrite write, Demand demanded, Seal seal) {
        return Constraints.checked(() -> jdbc.sql("""
                                UPDATE time_entries
                                   SET task_id = :task, matter_id = :matter, work_date = :day, start_time = :start,
                                       end_time = :end, clock_known = :clockKnown, type = :type, billable = :billable,
                                       description = :description, client_matter = :clientMatter,
                                       billed_minutes = :billed, billed_by_hand = :billedByHand,
                                       rate_category = :rateCategory, version = version + 1, updated_at = :now
                                 WHERE user_id = :user AND entry_id = :id
                                   AND (cardinality(:versions::integer[]) = 0 OR version = ANY (:versions::integer[]))
                                """)
                        .paramSource(write.sealed(seal).addValue("versions", demanded.numbers()))
                        .update()
                == 1);
    }

    Optional<TimeEntryId> deleteMadeFrom(ProposalId proposal, Actor.Person person) {
        return jdbc.sql("DELETE FROM time_entries WHERE user_id = :user AND proposal_id = :proposal RETURNING entry_id")
                .param("user", person.user().value())
                .param("proposal", proposal.value())
                .query((row, number) -> new TimeEntryId(row.getObject("entry_id", UUID.class)))
                .optional();
    }

    /** The end of what has none: now, or when it is as long as an entry can be. */
    private static String goesOnTo(String entry) {
        return "least(:now, " + entry + ".start_time + :longest * INTERVAL '1 second')";
    }
}
