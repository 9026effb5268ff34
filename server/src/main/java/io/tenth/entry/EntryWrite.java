package io.tenth.entry;

import io.tenth.crypto.Seal;
import io.tenth.shared.Actor;
import io.tenth.shared.MatterId;
import io.tenth.shared.ProposalId;
import io.tenth.shared.TaskId;
import io.tenth.shared.TimeEntryId;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * An entry on its way into the store.
 *
 * @param billed in minutes; null while the timer runs
 * @param now when it is written
 */
record EntryWrite(
        TimeEntryId id, NewTimeEntry entry, @Nullable Integer billed, Actor.Person person, Instant now) {

    /** The columns by name, with the texts sealed. */
    MapSqlParameterSource sealed(Seal seal) {
        var time = entry.time();
        var work = entry.work();
        return new MapSqlParameterSource()
                .addValue("user", person.user().value())
                .addValue("id", id.value())
                .addValue("task", value(entry.task(), TaskId::value), Types.OTHER)
                .addValue("matter", value(work.matter(), MatterId::value), Types.OTHER)
                .addValue("day", time.day())
                .addValue("start", utc(time.start()))
                .addValue("end", time.end() == null ? null : utc(time.end()), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("clockKnown", time.clockKnown())
                .addValue("type", work.type().key())
                .addValue("billable", work.billable())
                .addValue("description", seal.close(TimeEntryRow.place("description", id), work.description()))
                .addValue(
                        "clientMatter",
                        seal.closeIfAny(TimeEntryRow.place("client_matter", id), work.clientMatter()),
                        Types.BINARY)
                .addValue("billed", billed, Types.INTEGER)
                .addValue("billedByHand", entry.charging().billedMinutes() != null)
                .addValue("rateCategory", entry.charging().rateCategory(), Types.VARCHAR)
                .addValue("proposal", value(entry.proposal(), ProposalId::value), Types.OTHER)
                .addValue("now", utc(now));
    }

    static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static <T> @Nullable UUID value(@Nullable T id, Function<T, UUID> value) {
        return id == null ? null : value.apply(id);
    }
}
