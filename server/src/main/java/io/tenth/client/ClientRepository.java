package io.tenth.client;

import io.tenth.shared.ClientId;
import io.tenth.shared.DomainException;
import io.tenth.shared.MatterId;
import io.tenth.shared.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ClientRepository {

    private final JdbcClient jdbc;

    ClientRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Client> clients() {
        var matters = matters().stream().collect(Collectors.groupingBy(Matter::client));
        return jdbc.sql("""
                        SELECT client_id, version, name, code, aliases, increment_minutes FROM clients ORDER BY name, client_id
                        """)
                .query((row, number) -> {
                    var id = new ClientId(row.getObject("client_id", UUID.class));
                    return new Client(
                            id,
                            new Version(row.getInt("version")),
                            row.getString("name"),
                            row.getString("code"),
                            texts(row, "aliases"),
                            row.getObject("increment_minutes", Integer.class),
                            matters.getOrDefault(id, List.of()));
                })
                .list();
    }

    List<Matter> matters() {
        return jdbc.sql("""
                        SELECT m.matter_id, m.version, m.client_id, c.name AS client_name, m.name, m.number, m.aliases
                          FROM matters m JOIN clients c USING (client_id)
                         ORDER BY c.name, m.name, m.matter_id
                        """).query((row, number) -> readMatter(row)).list();
    }

    /** The matters of clients who are billed in steps of their own, with the steps in minutes. */
    Map<MatterId, Integer> increments() {
        var increments = new HashMap<MatterId, Integer>();
        jdbc.sql("""
                        SELECT m.matter_id, c.increment_minutes
                          FROM matters m JOIN clients c USING (client_id)
                         WHERE c.increment_minutes IS NOT NULL
                        """).query(row -> {
            increments.put(new MatterId(row.getObject("matter_id", UUID.class)), row.getInt("increment_minutes"));
        });
        return increments;
    }

    boolean exists(ClientId client) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM clients WHERE client_id = :client)")
                .param("client", client.value())
                .query(Boolean.class)
                .single();
    }

    /** Returns false when another client has the code. */
    boolean insert(ClientId id, NewClient client, Instant now) {
        return jdbc.sql("""
                                INSERT INTO clients (client_id, name, code, aliases, increment_minutes, created_at)
                                VALUES (:id, :name, :code, :aliases::text[], :increment, :now)
                                ON CONFLICT (code) DO NOTHING
                                """)
                        .param("id", id.value())
                        .param("name", client.name())
                        .param("code", client.code())
                        .param("aliases", client.aliases().toArray(String[]::new))
                        .param("increment", client.increment(), Types.INTEGER)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Returns false when another matter has the number. */
    boolean insert(MatterId id, NewMatter matter, Instant now) {
        return jdbc.sql("""
                                INSERT INTO matters (matter_id, client_id, name, number, aliases, created_at)
                                VALUES (:id, :client, :name, :number, :aliases::text[], :now)
                                ON CONFLICT (number) DO NOTHING
                                """)
                        .param("id", id.value())
                        .param("client", matter.client().value())
                        .param("name", matter.name())
                        .param("number", matter.number())
                        .param("aliases", matter.aliases().toArray(String[]::new))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Returns false when the client has moved on from the version. Refuses a code that another has. */
    boolean update(Client before, NewClient after) {
        try {
            return jdbc.sql("""
                                    UPDATE clients
                                       SET name = :name, code = :code, aliases = :aliases::text[],
                                           increment_minutes = :increment, version = version + 1
                                     WHERE client_id = :id AND version = :version
                                    """)
                            .param("id", before.id().value())
                            .param("version", before.version().number())
                            .param("name", after.name())
                            .param("code", after.code())
                            .param("aliases", after.aliases().toArray(String[]::new))
                            .param("increment", after.increment(), Types.INTEGER)
                            .update()
                    == 1;
        } catch (DuplicateKeyException taken) {
            throw DomainException.conflict("Another client has the code " + after.code() + ".");
        }
    }

    /** Returns false when the matter has moved on from the version. Refuses a number that another has. */
    boolean update(Matter before, NewMatter after) {
        try {
            return jdbc.sql("""
                                    UPDATE matters
                                       SET name = :name, number = :number, aliases = :aliases::text[], version = version + 1
                                     WHERE matter_id = :id AND version = :version
                                    """)
                            .param("id", before.id().value())
                            .param("version", before.version().number())
                            .param("name", after.name())
                            .param("number", after.number())
                            .param("aliases", after.aliases().toArray(String[]::new))
                            .update()
                    == 1;
        } catch (DuplicateKeyException taken) {
            throw DomainException.conflict("Another matter has the number " + after.number() + ".");
        }
    }

    private static Matter readMatter(ResultSet row) throws SQLException {
        return new Matter(
                new MatterId(row.getObject("matter_id", UUID.class)),
                new Version(row.getInt("version")),
                new ClientId(row.getObject("client_id", UUID.class)),
                row.getString("client_name"),
                row.getString("name"),
                row.getString("number"),
                texts(row, "aliases"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
