package io.tenth.capture;

import io.tenth.crypto.Place;
import io.tenth.crypto.Seal;
import io.tenth.shared.Actor;
import io.tenth.shared.ProposalId;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MutedRepository {

    private final JdbcClient jdbc;

    MutedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An address as it is recognised. */
    record Key(MutedCorrespondent.Kind kind, ByteBuffer address) {}

    Set<Key> keys(Actor.Person person) {
        return new HashSet<>(jdbc.sql("SELECT kind, identity FROM muted_correspondents WHERE user_id = :user")
                .param("user", person.user().value())
                .query((row, number) -> new Key(
                        MutedCorrespondent.Kind.ofKey(row.getString("kind")),
                        ByteBuffer.wrap(row.getBytes("identity"))))
                .list());
    }

    List<MutedCorrespondent> all(Actor.Person person, Seal seal) {
        return jdbc.sql("""
                        SELECT muted_id, kind, address, created_at FROM muted_correspondents
                         WHERE user_id = :user ORDER BY muted_id
                        """)
                .param("user", person.user().value())
                .query((row, number) -> {
                    var id = row.getObject("muted_id", UUID.class);
                    return new MutedCorrespondent(
                            id,
                            MutedCorrespondent.Kind.ofKey(row.getString("kind")),
                            seal.open(place(id), row.getBytes("address")),
                            row.getObject("created_at", OffsetDateTime.class).toInstant());
                })
                .list();
    }

    /** Returns false when it is there already. */
    boolean insert(MutedCorrespondent muted, Key key, Actor.Person person, Seal seal) {
        return jdbc.sql("""
                                INSERT INTO muted_correspondents (user_id, muted_id, kind, identity, address, created_at)
                                VALUES (:user, :id, :kind, :identity, :address, :now)
                                ON CONFLICT (user_id, kind, identity) DO NOTHING
                                """)
                        .param("user", person.user().value())
                        .param("id", muted.id())
                        .param("kind", muted.kind().key())
                        .param("identity", key.address().array())
                        .param("address", seal.close(place(muted.id()), muted.address()))
                        .param("now", muted.createdAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Key> delete(UUID id, Actor.Person person) {
        return jdbc.sql("""
                        DELETE FROM muted_correspondents WHERE user_id = :user AND muted_id = :id RETURNING kind, identity
                        """)
                .param("user", person.user().value())
                .param("id", id)
                .query((row, number) -> new Key(
                        MutedCorrespondent.Kind.ofKey(row.getString("kind")),
                        ByteBuffer.wrap(row.getBytes("identity"))))
                .optional();
    }

    /** Rejects what waits and comes from such mail. */
    List<ProposalId> reject(Key key, Actor.Person person, Instant now) {
        return jdbc.sql("""
                        UPDATE proposals
                           SET version = version + 1, state = 'rejected', rejection = 'never_from', decided_at = :now
                         WHERE user_id = :user AND state = 'proposed' AND
                        """ + condition(key) + " RETURNING proposal_id")
                .param("user", person.user().value())
                .param("address", key.address().array())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(MutedRepository::proposal)
                .list();
    }

    /** Takes that back, but for what comes from mail of somebody else who is muted. */
    List<ProposalId> bringBack(Key key, Actor.Person person) {
        return jdbc.sql("""
                        UPDATE proposals p
                           SET version = version + 1, state = 'proposed', rejection = NULL, rejection_note = NULL,
                               decided_at = NULL
                         WHERE user_id = :user AND state = 'rejected' AND rejection = 'never_from' AND replaced_in IS NULL
                           AND NOT EXISTS (SELECT FROM muted_correspondents m
                                            WHERE m.user_id = p.user_id
                                              AND (m.kind = 'sender' AND m.identity = p.sender
                                                   OR m.kind = 'recipient' AND m.identity = ANY (p.correspondents)))
                           AND
                        """ + condition(key) + " RETURNING proposal_id")
                .param("user", person.user().value())
                .param("address", key.address().array())
                .query(MutedRepository::proposal)
                .list();
    }

    private static ProposalId proposal(ResultSet row, int number) throws SQLException {
        return new ProposalId(row.getObject("proposal_id", UUID.class));
    }

    private static String condition(Key key) {
        return switch (key.kind()) {
            case SENDER -> " sender = :address";
            case RECIPIENT -> " :address = ANY (correspondents)";
        };
    }

    private static Place place(UUID id) {
        return new Place("muted_correspondents", "address", id);
    }
}
