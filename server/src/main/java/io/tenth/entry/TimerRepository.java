package io.tenth.entry;

import io.tenth.crypto.Seal;
import io.tenth.shared.Actor;
import io.tenth.shared.TimeEntryId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one entry of a person that has no end yet. A unique index sees to it that there is never a second. */
@Repository
class TimerRepository {

    private final JdbcClient jdbc;

    TimerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<TimeEntry> find(Actor.Person person, Seal seal) {
        return jdbc.sql(TimeEntryRow.SELECT + " WHERE e.user_id = :user AND e.is_active")
                .param("user", person.user().value())
                .query(new TimeEntryRow(seal))
                .optional();
    }

    /** Returns false when the person has a timer that runs already. */
    boolean insert(EntryWrite write, Seal seal) {
        return Constraints.checked(
                () -> jdbc.sql("""
                                INSERT INTO time_entries (user_id, entry_id, task_id, matter_id, work_date, start_time,
                                                          clock_known, type, billable, description, client_matter,
                                                          is_active, billed_by_hand, rate_category, created_at,
                                                          updated_at)
                                VALUES (:user, :id, :task, :matter, :day, :start,
                                        :clockKnown, :type, :billable, :description, :clientMatter,
                                        TRUE, :billedByHand, :rateCategory, :now, :now)
                                ON CONFLICT (user_id) WHERE is_active DO NOTHING
                                """).paramSource(write.sealed(seal)).update() == 1);
    }

    /** Ends the entry that runs: a second after its start at the earliest, at the latest when it is full. Nothing when none runs. */
    Optional<Stopped> stop(Instant now, Actor.Person person) {
        return jdbc.sql("""
                        UPDATE time_entries
                           SET is_active = FALSE,
                               end_time = least(greatest(:end, start_time + INTERVAL '1 second'),
                                                start_time + :most * INTERVAL '1 second'),
                               version = version + 1, updated_at = :now
                         WHERE user_id = :user AND is_active
                        RETURNING entry_id, work_date, end_time, end_time < :end AS is_cut
                        """)
                .param("user", person.user().value())
                .param("end", EntryWrite.utc(now.truncatedTo(ChronoUnit.SECONDS)))
                .param("now", EntryWrite.utc(now))
                .param("most", WorkTime.MOST.toSeconds())
                .query((row, number) -> new Stopped(
                        new TimeEntryId(row.getObject("entry_id", UUID.class)),
                        row.getObject("work_date", LocalDate.class),
                        TimeEntryRow.instant(row, "end_time"),
                        row.getBoolean("is_cut")))
                .optional();
    }

    /** Writes down what of an entry that was stopped is billed. */
    void bill(TimeEntryId id, int minutes, Actor.Person person) {
        jdbc.sql("UPDATE time_entries SET billed_minutes = :minutes WHERE user_id = :user AND entry_id = :id")
                .param("user", person.user().value())
                .param("id", id.value())
                .param("minutes", minutes)
                .update();
    }

    /**
     * An entry that ran until now.
     *
     * @param isCut whether it ran on after its end, for longer than an entry lasts
     */
    record Stopped(TimeEntryId id, LocalDate day, Instant end, boolean isCut) {}
}
