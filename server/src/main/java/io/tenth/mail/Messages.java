package io.tenth.mail;

import io.tenth.crypto.Place;
import io.tenth.crypto.Seal;
import io.tenth.crypto.Vault;
import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;
import io.tenth.shared.MessageId;
import java.nio.ByteBuffer;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The messages that were read: enough of each to recognise it and to name it to its owner. No body is kept. A message is one
 * message wherever it is found again, in another file or another mailbox of the same person.
 */
@Service
public class Messages {

    private static final int LONGEST = 1000;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Messages(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * A message that is recorded now.
     *
     * @param fresh whether it was not before, or was left of a mailbox that its owner has removed
     */
    public record Recorded(MessageId id, boolean fresh) {}

    /**
     * Records messages within the transaction that records what was found in them. One that was recorded before, or that stands
     * twice in the list, is not fresh and keeps the id that it has. One that was left of a removed mailbox, because it became time,
     * keeps its id too and is fresh.
     *
     * @return what became of each, in the order of the list
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Recorded> recordAll(List<MailMessage> messages, MailboxId mailbox, Actor.Person person) {
        var seal = vault.sealOf(person);
        var rows = messages.stream().map(message -> Row.of(message, seal)).toList();
        var fresh = insert(rows, mailbox, person);
        if (fresh.size() < rows.size()) {
            lock("pg_advisory_xact_lock_shared", person);
        }
        var known = known(rows, fresh, person);
        for (var gone = gone(rows, fresh, known); !gone.isEmpty(); gone = gone(rows, fresh, known)) {
            fresh.addAll(insert(gone, mailbox, person));
            known.putAll(known(gone, fresh, person));
        }
        var left = known.isEmpty() ? Set.<MessageId>of() : leftOver(known.values(), person);
        var recorded = new ArrayList<Recorded>();
        for (var number = 0; number < rows.size(); number++) {
            var row = rows.get(number);
            if (fresh.contains(row.id())) {
                recorded.add(new Recorded(row.id(), true));
            } else {
                var id = Objects.requireNonNull(known.get(row.identity()));
                var isLeft = left.remove(id);
                if (isLeft) {
                    write(
                            id,
                            mailbox,
                            messages.get(number).subject(),
                            messages.get(number).to(),
                            person);
                }
                recorded.add(new Recorded(id, isLeft));
            }
        }
        return recorded;
    }

    /**
     * Looks messages up without recording them.
     *
     * @return in the order of the list; empty for one that was never recorded
     */
    @Transactional(readOnly = true)
    public List<Optional<Recorded>> find(List<MailMessage> messages, Actor.Person person) {
        var seal = vault.sealOf(person);
        var identities =
                messages.stream().map(message -> identityOf(message, seal)).toList();
        var known = known(identities, person);
        var left = known.isEmpty() ? Set.<MessageId>of() : leftOver(known.values(), person);
        return identities.stream()
                .map(identity ->
                        Optional.ofNullable(known.get(identity)).map(id -> new Recorded(id, left.contains(id))))
                .toList();
    }

    /**
     * Keeps everybody who records a message that is known from doing so until this transaction has ended, in which mail of removed
     * mailboxes goes: a message that is read again meanwhile goes with all that was found in it, or stays with all of it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdRemoval(Actor.Person person) {
        jdbc.sql("SET LOCAL lock_timeout = '2s'").update();
        lock("pg_advisory_xact_lock", person);
    }

    /** Gives messages of removed mailboxes to others in which they were seen too, at most so many. Returns how many. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int giveToOtherMailboxes(int most, Actor.Person person) {
        return jdbc.sql("""
                        UPDATE messages m SET mailbox_id = lot.other
                          FROM (SELECT of.message_id, found.mailbox_id AS other
                                  FROM messages of
                                  JOIN mailboxes b ON b.user_id = of.user_id AND b.mailbox_id = of.mailbox_id AND b.removed_at IS NOT NULL
                                 CROSS JOIN LATERAL (SELECT place.mailbox_id
                                                       FROM (SELECT s.mailbox_id FROM seen s
                                                              WHERE s.user_id = of.user_id AND s.message_id = of.message_id
                                                             OFFSET 0) AS place
                                                       JOIN mailboxes l ON l.user_id = of.user_id
                                                                       AND l.mailbox_id = place.mailbox_id
                                                      WHERE l.removed_at IS NULL
                                                      ORDER BY place.mailbox_id LIMIT 1) AS found
                                 WHERE of.user_id = :user
                                 LIMIT :most) AS lot
                         WHERE m.user_id = :user AND m.message_id = lot.message_id
                        """)
                .param("user", person.user().value())
                .param("most", most)
                .update();
    }

    /** Deletes messages that lie in no mailbox any more and of which nothing is left but themselves, at most so many. Returns how many. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int forgetGone(int most, Actor.Person person) {
        return jdbc.sql("""
                        DELETE FROM messages
                         WHERE user_id = :user
                           AND ctid = ANY (ARRAY(SELECT m.ctid FROM messages m
                                               WHERE m.user_id = :user
                                                 AND NOT EXISTS (SELECT FROM proposals p
                                                                  WHERE p.user_id = m.user_id AND p.message_id = m.message_id)
                                                 AND""" + GoneMail.IS_GONE + "LIMIT :most))")
                .param("user", person.user().value())
                .param("most", most)
                .update();
    }

    /**
     * Takes from messages that lie in no mailbox any more what they say, at most so many: they became time, and stay recognisable.
     * Returns how many. Those that say nothing are known by the length of what was sealed.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int blankGone(int most, Actor.Person person) {
        var nothing = vault.sealOf(person).close(place("subject", MessageId.next()), "").length;
        var saying = jdbc.sql("""
                        SELECT m.message_id FROM messages m
                         WHERE m.user_id = :user AND (length(m.subject) > :nothing OR length(m.recipients) > :nothing)
                           AND""" + GoneMail.IS_GONE + "LIMIT :most")
                .param("user", person.user().value())
                .param("nothing", nothing)
                .param("most", most)
                .query((row, number) -> new MessageId(row.getObject("message_id", UUID.class)))
                .list();
        blank(saying, person);
        return saying.size();
    }

    /** Takes from messages what they say; they stay recognisable. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void blank(List<MessageId> ids, Actor.Person person) {
        ids.forEach(id -> write(id, null, "", "", person));
    }

    /** Deletes messages that were read before a time and of which nothing is left but themselves, at most so many. Returns how many. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int forgetBefore(Instant before, int most, Actor.Person person) {
        return jdbc.sql("""
                        DELETE FROM messages
                         WHERE user_id = :user
                           AND ctid = ANY (ARRAY(SELECT ctid FROM messages m
                                               WHERE user_id = :user AND created_at < :before
                                                 AND NOT EXISTS (SELECT FROM proposals p
                                                                  WHERE p.user_id = m.user_id AND p.message_id = m.message_id)
                                               ORDER BY created_at LIMIT :most))
                        """)
                .param("user", person.user().value())
                .param("most", most)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Where a column of a message's row is sealed to. */
    public static Place place(String column, MessageId id) {
        return new Place("messages", column, id.value());
    }

    /** In place of what it said, and where one is given, as one of that mailbox. */
    private void write(
            MessageId id, @Nullable MailboxId mailbox, String subject, String recipients, Actor.Person person) {
        var seal = vault.sealOf(person);
        jdbc.sql("""
                        UPDATE messages
                           SET mailbox_id = coalesce(:mailbox::uuid, mailbox_id), subject = :subject, recipients = :recipients
                         WHERE user_id = :user AND message_id = :id
                        """)
                .param("mailbox", mailbox == null ? null : mailbox.value(), Types.OTHER)
                .param("subject", seal.close(place("subject", id), shortened(subject)))
                .param("recipients", seal.close(place("recipients", id), shortened(recipients)))
                .param("user", person.user().value())
                .param("id", id.value())
                .update();
    }

    private void lock(String function, Actor.Person person) {
        jdbc.sql("SELECT " + function + "(hashtextextended('removed mail of ' || :user::text, 0))")
                .param("user", person.user().value())
                .query()
                .singleRow();
    }

    /** In the order of their identities, so that two scans which find the same messages never wait for each other. */
    private Set<MessageId> insert(List<Row> rows, MailboxId mailbox, Actor.Person person) {
        return rows.isEmpty()
                ? new HashSet<>()
                : new HashSet<>(jdbc.sql("""
                        INSERT INTO messages (user_id, message_id, mailbox_id, identity, sent_at, subject, recipients, created_at)
                        SELECT :user, id, :mailbox, identity, sent_at, subject, recipients, :now
                          FROM unnest(:ids::uuid[], :identities::bytea[], :sentAts::timestamptz[], :subjects::bytea[],
                                      :recipients::bytea[]) AS row (id, identity, sent_at, subject, recipients)
                         ORDER BY identity
                        ON CONFLICT (user_id, identity) DO NOTHING
                        RETURNING message_id
                        """)
                        .param("user", person.user().value())
                        .param("mailbox", mailbox.value())
                        .param("ids", rows.stream().map(row -> row.id().value()).toArray(UUID[]::new))
                        .param("identities", bytes(rows, row -> row.identity().array()))
                        .param("sentAts", rows.stream().map(Row::sentAt).toArray(String[]::new))
                        .param("subjects", bytes(rows, Row::subject))
                        .param("recipients", bytes(rows, Row::recipients))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .query((row, number) -> new MessageId(row.getObject("message_id", UUID.class)))
                        .list());
    }

    /** Those that were there when they were to be inserted, and were removed before they were looked up. */
    private static List<Row> gone(List<Row> rows, Set<MessageId> fresh, Map<ByteBuffer, MessageId> known) {
        return rows.stream()
                .filter(row -> !fresh.contains(row.id()) && !known.containsKey(row.identity()))
                .toList();
    }

    private Map<ByteBuffer, MessageId> known(List<Row> rows, Set<MessageId> fresh, Actor.Person person) {
        return rows.stream().allMatch(row -> fresh.contains(row.id()))
                ? new HashMap<>()
                : known(rows.stream().map(Row::identity).toList(), person);
    }

    /** Looks each identity up in the index by itself, whatever plan the database has kept from when the table was small. */
    private Map<ByteBuffer, MessageId> known(List<ByteBuffer> identities, Actor.Person person) {
        var known = new HashMap<ByteBuffer, MessageId>();
        jdbc.sql("""
                        SELECT asked.identity, message_id FROM unnest(:identities::bytea[]) AS asked (identity)
                         CROSS JOIN LATERAL (SELECT message_id FROM messages
                                              WHERE user_id = :user AND identity = asked.identity LIMIT 1) AS found
                        """)
                .param("user", person.user().value())
                .param("identities", identities.stream().map(ByteBuffer::array).toArray(byte[][]::new))
                .query(row -> {
                    known.put(
                            ByteBuffer.wrap(row.getBytes("identity")),
                            new MessageId(row.getObject("message_id", UUID.class)));
                });
        return known;
    }

    private Set<MessageId> leftOver(Collection<MessageId> known, Actor.Person person) {
        return new HashSet<>(jdbc.sql("""
                        SELECT m.message_id FROM messages m
                         WHERE m.user_id = :user AND m.message_id = ANY (:ids::uuid[]) AND""" + GoneMail.IS_GONE)
                .param("user", person.user().value())
                .param("ids", known.stream().map(MessageId::value).toArray(UUID[]::new))
                .query((row, number) -> new MessageId(row.getObject("message_id", UUID.class)))
                .list());
    }

    private static ByteBuffer identityOf(MailMessage message, Seal seal) {
        return ByteBuffer.wrap(seal.identity(message.identity()));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static byte[][] bytes(List<Row> rows, Function<Row, byte[]> column) {
        return rows.stream().map(column).toArray(byte[][]::new);
    }

    @SuppressWarnings("ArrayRecordComponent") // sealed values on their way into the store, never compared
    private record Row(MessageId id, ByteBuffer identity, String sentAt, byte[] subject, byte[] recipients) {

        static Row of(MailMessage message, Seal seal) {
            var id = MessageId.next();
            return new Row(
                    id,
                    identityOf(message, seal),
                    message.sentAt().toInstant().toString(),
                    seal.close(place("subject", id), shortened(message.subject())),
                    seal.close(place("recipients", id), shortened(message.to())));
        }
    }
}
