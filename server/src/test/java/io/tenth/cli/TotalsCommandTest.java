package io.tenth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ServerTest;
import io.tenth.identity.Account;
import io.tenth.store.Rows;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The command {@code totals}, on the database of a server that is in use. */
class TotalsCommandTest extends ServerTest {

    private final Rows rows = new Rows(database());
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Account account;

    @BeforeEach
    void recordSomeTime() {
        account = newPerson();
        assertThat(api(account).post("/api/time-entries", """
                {"date_performed": "2026-03-10", "duration": "1h30", "description": "Lease"}
                """).status()).isEqualTo(201);
    }

    @Test
    void findsWrongSumsAndRepairsThemWhenAsked() {
        rows.update(
                "UPDATE daily_totals SET seconds = seconds + 60 WHERE user_id = ?",
                account.id().value());

        assertThat(totals(settings())).isEqualTo(1);
        assertThat(said()).matches("\\d+ people, 1 of them with wrong sums\\.\\s+");
        assertThat(seconds()).isEqualTo("5460");
        assertThat(repairs()).isZero();

        assertThat(totals(settings(), "--repair")).isZero();
        assertThat(said()).matches("\\d+ people, 1 of them with wrong sums, which were derived anew\\.\\s+");
        assertThat(seconds()).isEqualTo("5400");
        assertThat(repairs()).isEqualTo(1);

        assertThat(totals(settings(), "--repair")).isZero();
        assertThat(said()).matches("\\d+ people, 0 of them with wrong sums\\.\\s+");
        assertThat(repairs()).isEqualTo(1);
    }

    @Test
    void saysWhatIsWrongWithASetting() {
        assertThat(totals(Map.of("DATABASE_URL", "nonsense", "DATABASE_OWNER_URL", "nonsense")))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("tenth: DATABASE_URL must look like");
    }

    private int totals(Map<String, String> environment, String... arguments) {
        out.getBuffer().setLength(0);
        return new CommandLine(new TotalsCommand(environment))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private String said() {
        return out.toString();
    }

    private String seconds() {
        return rows.texts(
                        "SELECT seconds::text FROM daily_totals WHERE user_id = ?",
                        account.id().value())
                .getFirst();
    }

    private long repairs() {
        return rows.operations(account.id().value()).stream()
                .filter("totals.repaired"::equals)
                .count();
    }

    private static Map<String, String> settings() {
        var store = storeSettings();
        return Map.of(
                "TENTH_HOME", String.valueOf(store.get("tenth.store.home")),
                "DATABASE_URL", String.valueOf(store.get("tenth.store.url")),
                "DATABASE_OWNER_URL", String.valueOf(store.get("tenth.store.owner-url")));
    }
}
