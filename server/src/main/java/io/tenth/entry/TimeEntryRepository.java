package io.tenth.entry;

import io.tenth.crypto.Place;
import io.tenth.crypto.Seal;
import io.tenth.shared.Actor;
import io.tenth.shared.DayRange;
import io.tenth.shared.MatterId;
import io.tenth.shared.ProposalId;
import io.tenth.shared.TaskId;
import io.tenth.shared.TimeEntryId;
import io.tenth.shared.WorkType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TimeEntryRepository {

    private static final String COLUMNS = "entry_id, task_id, matter_id, work_date, start_time, end_time, clock_known,"
            + " type, billable, description, client_matter, proposal_id, created_at, updated_at";

    private final JdbcClient jdbc;

    TimeEntryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TimeEntry> between(DayRange days, Actor.Person person, Seal seal) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM time_entries"
                        + " WHERE user_id = :user AND work_date >= :from AND work_date < :to"
                        + " ORDER BY work_date, entry_id")
                .param("user", person.user().value())
                .param("from", days.from())
                .param("to", days.to())
                .query((row, number) -> read(row, seal))
                .list();
    }

    List<TimeEntry> page(TimeEntryQuery query, int most, Actor.Person person, Seal seal) {
        var after = query.after();
        return jdbc.sql("SELECT " + COLUMNS + """
                          FROM time_entries
                         WHERE user_id = :user AND work_date >= :from AND work_date < :to
                           AND (:afterDay::date IS NULL OR (work_date, entry_id) > (:afterDay::date, :afterId::uuid))
                         ORDER BY work_date, entry_id
                         LIMIT :most
                        """)
                .param("user", person.user().value())
                .param("from", query.days().from())
                .param("to", query.days().to())
                .param("afterDay", after == null ? null : after.day(), Types.DATE)
                .param("afterId", after == null ? null : after.id(), Types.OTHER)
                .param("most", most)
                .query((row, number) -> read(row, seal))
                .list();
    }

    Optional<TimeEntry> find(TimeEntryId id, Actor.Person person, Seal seal) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM time_entries WHERE user_id = :user AND entry_id = :id")
                .param("user", person.user().value())
                .param("id", id.value())
                .query((row, number) -> read(row, seal))
                .optional();
    }

    /** Returns false when its proposal has an entry already. */
    boolean insert(TimeEntryId id, NewTimeEntry entry, Actor.Person person, Seal seal, Instant now) {
        return jdbc.sql("""
                                INSERT INTO time_entries (user_id, entry_id, task_id, matter_id, work_date, start_time, end_time,
                                                          clock_known, type, billable, description, client_matter, proposal_id,
                                                          created_at, updated_at)
                                VALUES (:user, :id, :task, :matter, :day, :start, :end,
                                        :clockKnown, :type, :billable, :description, :clientMatter, :proposal,
                                        :now, :now)
                                ON CONFLICT (user_id, proposal_id) DO NOTHING
                                """)
                        .param("user", person.user().value())
                        .param("id", id.value())
                        .param(
                                "task",
                                entry.task() == null ? null : entry.task().value(),
                                Types.OTHER)
                        .param(
                                "matter",
                                entry.matter() == null ? null : entry.matter().value(),
                                Types.OTHER)
                        .param("day", entry.day())
                        .param("start", entry.start().atOffset(ZoneOffset.UTC))
                        .param("end", entry.end().atOffset(ZoneOffset.UTC))
                        .param("clockKnown", entry.clockKnown())
                        .param("type", entry.type().key())
                        .param("billable", entry.billable())
                        .param("description", seal.close(place("description", id), entry.description()))
                        .param(
                                "clientMatter",
                                seal.closeIfAny(place("client_matter", id), entry.clientMatter()),
                                Types.BINARY)
                        .param(
                                "proposal",
                                entry.proposal() == null
                                        ? null
                                        : entry.proposal().value(),
                                Types.OTHER)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<TimeEntryId> deleteMadeFrom(ProposalId proposal, Actor.Person person) {
        return jdbc.sql("DELETE FROM time_entries WHERE user_id = :user AND proposal_id = :proposal RETURNING entry_id")
                .param("user", person.user().value())
                .param("proposal", proposal.value())
                .query((row, number) -> new TimeEntryId(row.getObject("entry_id", UUID.class)))
                .optional();
    }

    private static TimeEntry read(ResultSet row, Seal seal) throws SQLException {
        var id = new TimeEntryId(row.getObject("entry_id", UUID.class));
        var end = row.getObject("end_time", OffsetDateTime.class);
        return new TimeEntry(
                id,
                idIfAny(row, "task_id", TaskId::new),
                idIfAny(row, "matter_id", MatterId::new),
                row.getObject("work_date", LocalDate.class),
                row.getObject("start_time", OffsetDateTime.class).toInstant(),
                end == null ? null : end.toInstant(),
                row.getBoolean("clock_known"),
                WorkType.ofKey(row.getString("type")),
                row.getBoolean("billable"),
                seal.open(place("description", id), row.getBytes("description")),
                seal.openIfAny(place("client_matter", id), row.getBytes("client_matter")),
                idIfAny(row, "proposal_id", ProposalId::new),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static <T> @Nullable T idIfAny(ResultSet row, String column, Function<UUID, T> type) throws SQLException {
        var value = row.getObject(column, UUID.class);
        return value == null ? null : type.apply(value);
    }

    private static Place place(String column, TimeEntryId id) {
        return new Place("time_entries", column, id.value());
    }
}
