package io.tenth.entry;

import io.tenth.crypto.Place;
import io.tenth.crypto.Seal;
import io.tenth.settings.Charge;
import io.tenth.shared.MatterId;
import io.tenth.shared.ProposalId;
import io.tenth.shared.TaskId;
import io.tenth.shared.TimeEntryId;
import io.tenth.shared.Version;
import io.tenth.shared.WorkType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * Reads the rows of time entries, and opens what is sealed in them. What an hour costs is not in a row. What was recorded before
 * anything was rounded is billed as it was worked.
 */
record TimeEntryRow(Seal seal) implements RowMapper<TimeEntry> {

    /** What is read of an entry, with the title of its task. */
    static final String SELECT = """
            SELECT e.entry_id, e.version, e.task_id, t.title AS task_title, e.matter_id, e.work_date, e.start_time, e.end_time,
                   e.duration_seconds, e.clock_known, e.type, e.billable, e.description, e.client_matter, e.proposal_id,
                   CASE WHEN e.is_active THEN NULL
                        ELSE coalesce(e.billed_minutes,
                                      CASE WHEN e.billable THEN round(e.duration_seconds / 60.0)::integer ELSE 0 END)
                    END AS billed_minutes,
                   e.billed_by_hand, e.rate_category, e.created_at, e.updated_at
              FROM time_entries e
              LEFT JOIN tasks t ON t.user_id = e.user_id AND t.task_id = e.task_id
            """;

    @Override
    public TimeEntry mapRow(ResultSet row, int number) throws SQLException {
        var id = new TimeEntryId(row.getObject("entry_id", UUID.class));
        var seconds = row.getObject("duration_seconds", Integer.class);
        return new TimeEntry(
                id,
                new Version(row.getInt("version")),
                task(row),
                time(row),
                seconds == null ? null : Duration.ofSeconds(seconds),
                work(id, row),
                row.getObject("billed_minutes", Integer.class),
                charging(row),
                Charge.UNKNOWN,
                idIfAny(row, "proposal_id", ProposalId::new),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                List.of());
    }

    /** Reads a row that names the overlaps too. */
    TimeEntry withOverlaps(ResultSet row, int number) throws SQLException {
        var overlapped = (UUID[]) row.getArray("overlapped").getArray();
        return mapRow(row, number)
                .overlapping(Stream.of(overlapped).map(TimeEntryId::new).toList());
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Place place(String column, TimeEntryId id) {
        return new Place("time_entries", column, id.value());
    }

    private static TimeEntry.@Nullable Task task(ResultSet row) throws SQLException {
        var id = idIfAny(row, "task_id", TaskId::new);
        return id == null ? null : new TimeEntry.Task(id, row.getString("task_title"));
    }

    private static WorkTime time(ResultSet row) throws SQLException {
        var end = row.getObject("end_time", OffsetDateTime.class);
        return new WorkTime(
                row.getObject("work_date", LocalDate.class),
                instant(row, "start_time"),
                end == null ? null : end.toInstant(),
                row.getBoolean("clock_known"));
    }

    private Work work(TimeEntryId id, ResultSet row) throws SQLException {
        return new Work(
                WorkType.ofKey(row.getString("type")),
                row.getBoolean("billable"),
                seal.open(place("description", id), row.getBytes("description")),
                idIfAny(row, "matter_id", MatterId::new),
                seal.openIfAny(place("client_matter", id), row.getBytes("client_matter")));
    }

    private static Charging charging(ResultSet row) throws SQLException {
        return new Charging(
                row.getBoolean("billed_by_hand") ? row.getObject("billed_minutes", Integer.class) : null,
                row.getString("rate_category"));
    }

    private static <T> @Nullable T idIfAny(ResultSet row, String column, Function<UUID, T> type) throws SQLException {
        var value = row.getObject(column, UUID.class);
        return value == null ? null : type.apply(value);
    }
}
