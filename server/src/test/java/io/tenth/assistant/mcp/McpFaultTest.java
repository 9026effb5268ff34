package io.tenth.assistant.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenth.ServerTest;
import io.tenth.assistant.Tools;
import io.tenth.identity.Access;
import io.tenth.identity.Account;
import io.tenth.identity.Scope;
import io.tenth.store.Rows;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.CannotCreateTransactionException;
import tools.jackson.databind.json.JsonMapper;

/** What a program is told when something goes wrong here: that it did, and nothing of what. */
class McpFaultTest extends ServerTest {

    private static final String READ = """
            {"jsonrpc": "2.0", "id": 1, "method": "resources/read", "params": {"uri": "tenth://timesheet/this-week"}}
            """;

    @Autowired
    private ApplicationContext server;

    @Autowired
    private Tools tools;

    @Autowired
    private OfferedTools offered;

    @Autowired
    private JsonMapper json;

    private final Rows rows = new Rows(database());
    private Account account;
    private Caller caller;

    @BeforeEach
    void connect() {
        account = newPerson();
        caller = new Caller(new Access(account, null, EnumSet.allOf(Scope.class), Instant.MAX, "stdio"), "stdio");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clients | tools/call | {\"name\": \"find_matter\", \"arguments\": {\"words\": \"lease\"}}",
                "time_entries | resources/read | {\"uri\": \"tenth://timesheet/2026-W30\"}",
                "assistant_policies | tools/list | {}",
            })
    void tellsNoStatementOfTheDatabase(String table, String method, String params) {
        var program = api().withToken(McpTokens.all(server, account));
        rows.update("ALTER TABLE " + table + " RENAME TO " + table + "_away");
        try {
            var answer = program.post(
                    "/mcp",
                    "{\"jsonrpc\": \"2.0\", \"id\": 7, \"method\": \"" + method + "\", \"params\": " + params + "}");

            assertThat(answer.status()).as(answer.body()).isEqualTo(500);
            assertThat(answer.text("/error/message")).startsWith("Something went wrong on our side.");
            assertThat(answer.body()).doesNotContain("SELECT", "FROM", table);
        } finally {
            rows.update("ALTER TABLE " + table + "_away RENAME TO " + table);
        }
    }

    /** It has an answer for that: 503, and when to try again. */
    @Test
    void leavesItToHttpThatTheDatabaseIsAway() {
        var away = new CannotCreateTransactionException("Could not open JDBC Connection for transaction");

        assertThatExceptionOfType(CannotCreateTransactionException.class)
                .isThrownBy(() -> failing(away).answer(READ, header -> null, caller))
                .isSameAs(away);
    }

    @Test
    void answersALineWhateverHappens() {
        assertThat(failing(new IllegalStateException("a row with a name")).answer(READ, caller))
                .hasValue("{\"jsonrpc\":\"2.0\",\"id\":1,"
                        + "\"error\":{\"code\":-32603,\"message\":\"Something went wrong on our side.\"}}");
    }

    /** Fails where a timesheet is read. */
    private Mcp failing(RuntimeException fault) {
        return new Mcp(tools, new Timesheets(tools, new FailingClock(fault)), offered, json);
    }

    private static final class FailingClock extends Clock {

        private final RuntimeException fault;

        private FailingClock(RuntimeException fault) {
            this.fault = fault;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            throw fault;
        }
    }
}
