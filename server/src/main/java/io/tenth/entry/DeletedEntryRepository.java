package io.tenth.entry;

import io.tenth.shared.Actor;
import io.tenth.shared.Demand;
import io.tenth.shared.ProposalId;
import io.tenth.shared.TimeEntryId;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Moves entries out of sight and back, each in one statement, so that a row is always in one place. */
@Repository
class DeletedEntryRepository {

    private static final String COLUMNS = "user_id, entry_id, task_id, matter_id, work_date, start_time, end_time,"
            + " clock_known, type, billable, description, client_matter, is_active, proposal_id, created_at,"
            + " billed_minutes, billed_by_hand, rate_category";

    private final JdbcClient jdbc;

    DeletedEntryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns false when the entry is not there, or not in the version that is demanded. */
    boolean moveOut(TimeEntryId id, Demand demanded, Instant now, Actor.Person person) {
        return jdbc.sql("""
                        WITH gone AS (
                            DELETE FROM time_entries
                             WHERE user_id = :user AND entry_id = :id
                               AND (cardinality(:versions::integer[]) = 0 OR version = ANY (:versions::integer[]))
                            RETURNING *)
                        INSERT INTO deleted_time_entries (%1$s, version, deleted_at)
                        SELECT %1$s, version, :now FROM gone
                        """.formatted(COLUMNS))
                        .param("user", person.user().value())
                        .param("id", id.value())
                        .param("versions", demanded.numbers())
                        .param("now", EntryWrite.utc(now))
                        .update()
                == 1;
    }

    /** Returns false when no such entry was deleted since then. */
    boolean moveBack(TimeEntryId id, Instant since, Instant now, Actor.Person person) {
        return Constraints.checked(() -> jdbc.sql("""
                        WITH back AS (
                            DELETE FROM deleted_time_entries
                             WHERE user_id = :user AND entry_id = :id AND deleted_at >= :since
                            RETURNING *)
                        INSERT INTO time_entries (%1$s, version, updated_at)
                        SELECT %1$s, version + 1, :now FROM back
                        """.formatted(COLUMNS))
                        .param("user", person.user().value())
                        .param("id", id.value())
                        .param("since", EntryWrite.utc(since))
                        .param("now", EntryWrite.utc(now))
                        .update()
                == 1);
    }

    /** Whosever they are, by the database's time. */
    void forgetDeletedFor(Duration time) {
        jdbc.sql("DELETE FROM deleted_time_entries WHERE deleted_at <= now() - make_interval(days => :days)")
                .param("days", (int) time.toDays())
                .update();
    }

    void forgetMadeFrom(ProposalId proposal, Actor.Person person) {
        jdbc.sql("DELETE FROM deleted_time_entries WHERE user_id = :user AND proposal_id = :proposal")
                .param("user", person.user().value())
                .param("proposal", proposal.value())
                .update();
    }
}
