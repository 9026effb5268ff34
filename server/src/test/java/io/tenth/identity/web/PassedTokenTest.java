package io.tenth.identity.web;

import static io.tenth.identity.web.ProgramStandIn.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.identity.Account;
import io.tenth.mail.Connecting;
import io.tenth.mail.MailboxKind;
import io.tenth.mail.NewMailbox;
import io.tenth.mail.gmail.FakeGmail;
import io.tenth.model.FakeModel;
import io.tenth.store.Rows;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A61: what a program comes in with goes no further, though its calls have us ask a mail service and a language model. */
class PassedTokenTest extends ServerTest {

    private static final FakeGmail GMAIL = new FakeGmail();
    private static final FakeModel MODEL = new FakeModel();
    private static final String TOOL = "scan_billable_time";
    private static final String CALL = """
            {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "scan_billable_time", "arguments": {}}}
            """;

    /** Of some of these the engine is unsure, so that a model is asked. */
    private static final List<String> NEARLY_WORK = List.of(
            "I was with the Orme people for an hour.",
            "I was with the people of Orme for 40 minutes.",
            "We talked for 40 minutes about the lease.",
            "They were with me for an hour.");

    private final List<String> ofGmail = new CopyOnWriteArrayList<>();
    private final List<String> ofModel = new CopyOnWriteArrayList<>();

    @Autowired
    private Connecting connecting;

    private Account person;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        registry.add("tenth.mail.gmail.api-url", () -> GMAIL.at(""));
        registry.add("tenth.model.base-url", MODEL::address);
        registry.add("tenth.model.key", () -> FakeModel.KEY);
        registry.add("tenth.model.name", () -> FakeModel.NAME);
        registry.add("tenth.model.network", () -> "inside");
    }

    @BeforeEach
    void connectAMailbox() {
        person = newPerson();
        api(person).patch("/api/time-tracking/settings", "{\"language_model\": true}");
        var sent = clock().instant().minus(Duration.ofHours(1));
        NEARLY_WORK.forEach(sentence -> GMAIL.send(sentence, sent, mail(sentence)));
        connecting.connect(new NewMailbox("Work", MailboxKind.GMAIL, GMAIL.grant()), person.person());
        GMAIL.tellOfRequests(ofGmail::add);
        MODEL.tellOfRequests(ofModel::add);
    }

    @Test
    void keepsAPersonalTokenThatCallsByTheProtocol() {
        var token = personalToken();

        assertCarriedOut(api().withToken(token).post("/mcp", CALL));

        assertKept(token);
    }

    @Test
    void keepsAPersonalTokenThatCallsByTheApi() {
        var token = personalToken();

        var answer = api().withToken(token).post("/api/tools/" + TOOL, "{}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertKept(token);
    }

    /** From the registration to the call, over HTTP alone. */
    @Test
    void keepsTheTokenOfAConnectedProgramAndDoesWhatItAsks() {
        var program = new ProgramStandIn(port()).registered().signedIn(person.email(), PASSWORD);
        var asked = with(program.question(), "scope", "mail:read mail:write");
        var code = program.allowed(asked, "mail:read", "mail:write").query().get("code");
        var tokens = program.exchange(Objects.requireNonNull(code));
        var token = tokens.text("access_token");

        assertCarriedOut(api().withToken(token).post("/mcp", CALL));
        assertKept(token);
        assertKept(tokens.text("refresh_token"));
        assertThat(new Rows(database())
                        .texts(
                                "SELECT details->>'origin' FROM audit_events WHERE user_id = ? AND operation = 'tool.called'",
                                person.id().value()))
                .containsExactly("Harbor Desk");

        ofGmail.clear();
        assertThat(api().withToken(token).post("/api/tools/" + TOOL, "{}").status())
                .isEqualTo(401);
        assertThat(ofGmail).isEmpty();
    }

    private static void assertCarriedOut(ApiClient.Answer answer) {
        assertThat(answer.json().at("/result/structuredContent/state").asString())
                .as(answer.body())
                .isEqualTo("done");
    }

    private void assertKept(String token) {
        assertThat(ofGmail).anyMatch(request -> request.contains("Bearer access-"));
        assertThat(ofModel).anyMatch(request -> request.contains(FakeModel.KEY));
        assertThat(token).isNotEmpty();
        assertThat(ofGmail).noneMatch(request -> request.contains(token));
        assertThat(ofModel).noneMatch(request -> request.contains(token));
    }

    private String personalToken() {
        return api(person)
                .post(
                        "/api/users/me/tokens",
                        "{\"current_password\": \"" + PASSWORD
                                + "\", \"name\": \"Script\", \"scopes\": [\"mail:read\", \"mail:write\"]}")
                .text("/token");
    }

    private static byte[] mail(String sentence) {
        return ("From: dana@firm.example\r\nTo: Imogen <imogen@achterberg.example>\r\nSubject: Lease\r\nMessage-ID: <"
                        + UUID.randomUUID() + "@firm.example>\r\n\r\nDear Imogen,\r\n\r\n" + sentence
                        + "\r\n\r\nKind regards\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
