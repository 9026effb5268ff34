package io.tenth.capture;

import static java.util.Map.entry;

import io.tenth.crypto.Seal;
import io.tenth.mail.GoneMail;
import io.tenth.shared.Actor;
import io.tenth.shared.DayRange;
import io.tenth.shared.MatterId;
import io.tenth.shared.MessageId;
import io.tenth.shared.ProposalId;
import io.tenth.shared.ScanId;
import java.nio.ByteBuffer;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProposalRepository {

    /** While a mailbox is taken away, each proposal's message is looked at; else none is. */
    private static final String COUNT = """
            SELECT CASE WHEN EXISTS (SELECT FROM mailboxes
                                      WHERE user_id = :user AND removed_at IS NOT NULL AND emptied_at IS NULL)
                        THEN (SELECT count(*) FROM proposals p JOIN messages m USING (user_id, message_id)
                               WHERE p.user_id = :user AND p.state = :state AND (p.state = 'accepted' OR NOT %s))
                        ELSE (SELECT count(*) FROM proposals WHERE user_id = :user AND state = :state) END
            """.formatted(GoneMail.IS_GOING);

    private final JdbcClient jdbc;

    ProposalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Proposal> page(ProposalQuery query, int most, Actor.Person person, Seal seal) {
        var after = query.start();
        return jdbc.sql(ProposalRow.SELECT + """
                           AND p.state = :state AND p.replaced_in IS NULL
                           AND (:afterDay::date IS NULL OR (p.work_date, p.proposal_id) < (:afterDay::date, :afterId::uuid))
                         ORDER BY p.work_date DESC, p.proposal_id DESC
                         LIMIT :most
                        """)
                .param("user", person.user().value())
                .param("state", query.state().key())
                .param("afterDay", after == null ? null : after.day(), Types.DATE)
                .param("afterId", after == null ? null : after.id(), Types.OTHER)
                .param("most", most)
                .query(new ProposalRow(seal))
                .list();
    }

    List<Proposal> notAccepted(DayRange days, Actor.Person person, Seal seal) {
        return jdbc.sql(ProposalRow.SELECT + """
                           AND p.work_date >= :from AND p.work_date < :to
                           AND p.state IN ('proposed', 'rejected') AND p.replaced_in IS NULL
                         ORDER BY p.work_date, p.proposal_id
                        """)
                .param("user", person.user().value())
                .param("from", days.from())
                .param("to", days.to())
                .query(new ProposalRow(seal))
                .list();
    }

    Optional<Proposal> find(ProposalId id, Actor.Person person, Seal seal) {
        return jdbc.sql(ProposalRow.SELECT + " AND p.proposal_id = :id")
                .param("user", person.user().value())
                .param("id", id.value())
                .query(new ProposalRow(seal))
                .optional();
    }

    /** Finds a proposal and keeps others from changing it until the transaction ends. */
    Optional<Proposal> lock(ProposalId id, Actor.Person person, Seal seal) {
        return jdbc.sql(ProposalRow.SELECT + " AND p.proposal_id = :id FOR UPDATE OF p")
                .param("user", person.user().value())
                .param("id", id.value())
                .query(new ProposalRow(seal))
                .optional();
    }

    int count(Proposal.State state, Actor.Person person) {
        return jdbc.sql(COUNT)
                .param("user", person.user().value())
                .param("state", state.key())
                .query(Integer.class)
                .single();
    }

    /** Those of the messages of which nothing was ever proposed. */
    Set<MessageId> without(List<MessageId> messages, Actor.Person person) {
        return new HashSet<>(jdbc.sql("""
                        SELECT id FROM unnest(:messages::uuid[]) AS asked (id)
                         WHERE NOT EXISTS (SELECT FROM proposals WHERE user_id = :user AND message_id = id)
                        """)
                .param("user", person.user().value())
                .param("messages", messages.stream().map(MessageId::value).toArray(UUID[]::new))
                .query((row, number) -> new MessageId(row.getObject("id", UUID.class)))
                .list());
    }

    /**
     * Stores what was found, in one statement. A place of a message that has its proposal keeps that one. Returns the others.
     *
     * @param scan that has found it; null for what a split or a merge has made
     */
    List<NewProposal> insertAll(
            List<NewProposal> found, @Nullable ScanId scan, Actor.Person person, Seal seal, Instant now) {
        if (found.isEmpty()) {
            return List.of();
        }
        var made = jdbc.sql("""
                        INSERT INTO proposals (user_id, proposal_id, message_id, place, state, work_date, minutes, type, billable,
                                               matter_id, client_matter, description, excerpt, quote_start, quote_end,
                                               confidence, reasons, processing_ms, opinion_tries, model_worked, model_name,
                                               model_type, model_matter_id, sender, correspondents, thread, created_at, scan_id, rejection,
                                               decided_at)
                        SELECT :user, id, message, place, CASE WHEN unwanted THEN 'rejected' ELSE 'proposed' END, day, minutes,
                               type, billable, matter, client_matter, description, excerpt, quote_start, quote_end, confidence,
                               string_to_array(reasons, chr(10)), millis, tries, model_worked, model_name, model_type, model_matter,
                               sender, correspondents::bytea[], thread, :now, :scan::uuid,
                               CASE WHEN unwanted THEN 'never_from' END, CASE WHEN unwanted THEN :now END
                          FROM unnest(:ids::uuid[], :messages::uuid[], :places::int[], :days::date[], :minutes::int[],
                                      :types::text[], :billables::boolean[], :matters::uuid[], :clientMatters::bytea[],
                                      :descriptions::bytea[], :excerpts::bytea[], :quoteStarts::int[], :quoteEnds::int[],
                                      :confidences::real[], :reasons::text[], :millis::int[], :tries::int[],
                                      :modelWorked::boolean[],
                                      :modelNames::text[], :modelTypes::text[], :modelMatters::uuid[],
                                      :senders::bytea[], :correspondents::text[], :threads::bytea[],
                                      :unwanteds::boolean[])
                               AS found (id, message, place, day, minutes, type, billable, matter, client_matter,
                                         description, excerpt, quote_start, quote_end, confidence, reasons, millis, tries,
                                         model_worked, model_name, model_type, model_matter, sender, correspondents, thread,
                                         unwanted)
                        ON CONFLICT (user_id, message_id, place) DO NOTHING
                        RETURNING proposal_id
                        """)
                .param("user", person.user().value())
                .param("scan", scan == null ? null : scan.value(), Types.OTHER)
                .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .params(columns(found))
                .params(opinionColumns(found))
                .params(traceColumns(found))
                .params(sealedColumns(found, seal))
                .query((row, number) -> new ProposalId(row.getObject("proposal_id", UUID.class)))
                .set();
        return found.stream().filter(one -> made.contains(one.id())).toList();
    }

    private static Map<String, Object> columns(List<NewProposal> found) {
        return Map.ofEntries(
                entry("ids", found.stream().map(one -> one.id().value()).toArray(UUID[]::new)),
                entry(
                        "messages",
                        found.stream().map(one -> one.message().value()).toArray(UUID[]::new)),
                entry("places", ints(found, NewProposal::place)),
                entry("days", texts(found, one -> one.work().day().toString())),
                entry("minutes", ints(found, one -> one.work().minutes())),
                entry("types", texts(found, one -> one.work().type().key())),
                entry(
                        "billables",
                        texts(found, one -> Boolean.toString(one.work().billable()))),
                entry(
                        "matters",
                        found.stream().map(one -> uuid(one.work().matter())).toArray(UUID[]::new)),
                entry("quoteStarts", ints(found, one -> one.excerpt().quote().start())),
                entry("quoteEnds", ints(found, one -> one.excerpt().quote().end())),
                entry(
                        "confidences",
                        found.stream().mapToDouble(NewProposal::confidence).toArray()),
                entry("unwanteds", texts(found, one -> Boolean.toString(one.unwanted()))),
                entry("millis", found.stream().map(NewProposal::millis).toArray(Integer[]::new)),
                entry("reasons", texts(found, one -> String.join("\n", one.reasons()))));
    }

    private static Map<String, Object> sealedColumns(List<NewProposal> found, Seal seal) {
        return Map.of(
                "clientMatters",
                found.stream()
                        .map(one -> seal.closeIfAny(
                                ProposalRow.place("client_matter", one.id()),
                                one.work().clientMatter()))
                        .toArray(byte[][]::new),
                "descriptions",
                found.stream()
                        .map(one -> seal.close(
                                ProposalRow.place("description", one.id()),
                                one.work().description()))
                        .toArray(byte[][]::new),
                "excerpts",
                found.stream()
                        .map(one -> seal.close(
                                ProposalRow.place("excerpt", one.id()),
                                one.excerpt().text()))
                        .toArray(byte[][]::new));
    }

    private static Map<String, Object> opinionColumns(List<NewProposal> found) {
        return Map.of(
                "tries", ints(found, one -> one.consultation().isWanting() ? UnjudgedRepository.TRIES : 0),
                "modelWorked", opinions(found, opinion -> Boolean.toString(opinion.worked())),
                "modelNames", opinions(found, Opinion::model),
                "modelTypes", opinions(found, opinion -> opinion.kind().key()),
                "modelMatters", opinions(found, opinion -> Objects.toString(uuid(opinion.matter()), null)));
    }

    /** An array of arrays cannot be taken apart by rows: each goes as the text of one. */
    private static Map<String, Object> traceColumns(List<NewProposal> found) {
        return Map.of(
                "senders", hashes(found, Trace::sender),
                "threads", hashes(found, Trace::thread),
                "correspondents", texts(found, ProposalRepository::correspondents));
    }

    private static byte[][] hashes(List<NewProposal> found, Function<Trace, Optional<ByteBuffer>> column) {
        return found.stream()
                .map(one -> hash(Optional.ofNullable(one.trace()).flatMap(column)))
                .toArray(byte[][]::new);
    }

    private static byte @Nullable [] hash(Optional<ByteBuffer> hash) {
        return hash.map(ByteBuffer::array).orElse(null);
    }

    private static String correspondents(NewProposal found) {
        var trace = found.trace();
        var hashes = trace == null ? List.<ByteBuffer>of() : trace.correspondents();
        return hashes.stream()
                .map(ByteBuffer::array)
                .map(hash -> "\"\\\\x" + HexFormat.of().formatHex(hash) + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static @Nullable String[] opinions(List<NewProposal> found, Function<Opinion, @Nullable String> column) {
        return found.stream()
                .map(NewProposal::opinion)
                .map(opinion -> opinion == null ? null : column.apply(opinion))
                .toArray(String[]::new);
    }

    private static int[] ints(List<NewProposal> found, ToIntFunction<NewProposal> column) {
        return found.stream().mapToInt(column).toArray();
    }

    private static String[] texts(List<NewProposal> found, Function<NewProposal, String> column) {
        return found.stream().map(column).toArray(String[]::new);
    }

    /** Returns false when it is not there or was decided. */
    boolean update(ProposalId id, ProposalEdit edit, Actor.Person person, Seal seal) {
        return jdbc.sql("""
                                UPDATE proposals
                                   SET version = version + 1, work_date = :day, minutes = :minutes, type = :type, billable = :billable,
                                       matter_id = :matter, client_matter = :clientMatter, description = :description,
                                       billed_minutes = :billed, billed_by_hand = :billed::integer IS NOT NULL,
                                       matter_chosen = CASE WHEN matter_id IS DISTINCT FROM :matter::uuid
                                                            THEN :matter::uuid IS NOT NULL ELSE matter_chosen END
                                 WHERE user_id = :user AND proposal_id = :id AND state = 'proposed'
                                """)
                        .param("user", person.user().value())
                        .param("id", id.value())
                        .param("day", edit.day())
                        .param("minutes", edit.minutes())
                        .param("type", edit.type().key())
                        .param("billable", edit.billable())
                        .param("matter", uuid(edit.matter()), Types.OTHER)
                        .param(
                                "clientMatter",
                                seal.closeIfAny(ProposalRow.place("client_matter", id), edit.clientMatter()),
                                Types.BINARY)
                        .param("description", seal.close(ProposalRow.place("description", id), edit.description()))
                        .param("billed", edit.billedMinutes(), Types.INTEGER)
                        .update()
                == 1;
    }

    /**
     * A proposal on its way from one state to another.
     *
     * @param billed what is billed of it from now on; null for what the rules say
     * @param automatic whether nobody decided it
     */
    record Step(
            ProposalId id,
            Proposal.State from,
            Proposal.State to,
            @Nullable Integer billed,
            @Nullable Rejection rejection,
            boolean automatic) {

        Step(ProposalId id, Proposal.State from, Proposal.State to) {
            this(id, from, to, null, null, false);
        }
    }

    /** Returns false when it is not there, or not in the state that it is to leave, or others were put in its place. */
    boolean move(Step step, Actor.Person person, Seal seal, Instant now) {
        var rejection = step.rejection();
        return jdbc.sql("""
                                UPDATE proposals
                                   SET version = version + 1, state = :to, decided_at = CASE WHEN :to = 'proposed' THEN NULL ELSE :now END,
                                       billed_minutes = CASE WHEN billed_by_hand THEN billed_minutes ELSE :billed END,
                                       rejection = :rejection, rejection_note = :note, auto_approved = :automatic
                                 WHERE user_id = :user AND proposal_id = :id AND state = :from AND replaced_in IS NULL
                                """)
                        .param("user", person.user().value())
                        .param("id", step.id().value())
                        .param("from", step.from().key())
                        .param("to", step.to().key())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("billed", step.billed(), Types.INTEGER)
                        .param(
                                "rejection",
                                rejection == null ? null : rejection.reason().key(),
                                Types.VARCHAR)
                        .param(
                                "note",
                                rejection == null
                                        ? null
                                        : seal.closeIfAny(
                                                ProposalRow.place("rejection_note", step.id()), rejection.note()),
                                Types.BINARY)
                        .param("automatic", step.automatic())
                        .update()
                == 1;
    }

    private static @Nullable UUID uuid(@Nullable MatterId matter) {
        return matter == null ? null : matter.value();
    }
}
