package io.tenth.client;

import io.tenth.shared.ClientId;
import io.tenth.shared.MatterId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
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
        return jdbc.sql("SELECT client_id, name, code FROM clients ORDER BY name, client_id")
                .query((row, number) -> {
                    var id = new ClientId(row.getObject("client_id", UUID.class));
                    return new Client(
                            id, row.getString("name"), row.getString("code"), matters.getOrDefault(id, List.of()));
                })
                .list();
    }

    List<Matter> matters() {
        return jdbc.sql("""
                        SELECT m.matter_id, m.client_id, c.name AS client_name, m.name, m.number, m.aliases
                          FROM matters m JOIN clients c USING (client_id)
                         ORDER BY c.name, m.name, m.matter_id
                        """).query((row, number) -> readMatter(row)).list();
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
                                INSERT INTO clients (client_id, name, code, created_at)
                                VALUES (:id, :name, :code, :now)
                                ON CONFLICT (code) DO NOTHING
                                """)
                        .param("id", id.value())
                        .param("name", client.name())
                        .param("code", client.code())
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

    private static Matter readMatter(ResultSet row) throws SQLException {
        return new Matter(
                new MatterId(row.getObject("matter_id", UUID.class)),
                new ClientId(row.getObject("client_id", UUID.class)),
                row.getString("client_name"),
                row.getString("name"),
                row.getString("number"),
                Arrays.asList((String[]) row.getArray("aliases").getArray()));
    }
}
