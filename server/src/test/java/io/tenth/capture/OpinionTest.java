package io.tenth.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.client.Clients;
import io.tenth.client.NewClient;
import io.tenth.client.NewMatter;
import io.tenth.extraction.ActivityType;
import io.tenth.extraction.Span;
import io.tenth.extraction.TimeMention;
import io.tenth.identity.Account;
import io.tenth.mail.MailMessage;
import io.tenth.mail.Mailboxes;
import io.tenth.model.FakeModel;
import io.tenth.settings.Settings;
import io.tenth.shared.Actor;
import io.tenth.shared.Demand;
import io.tenth.shared.MatterId;
import io.tenth.shared.Role;
import io.tenth.shared.ScanId;
import io.tenth.store.Rows;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A server with a language model, which a test has answer as it likes. */
abstract class OpinionTest extends ServerTest {

    static final FakeModel MODEL = new FakeModel();
    static final String SETTINGS = "/api/time-tracking/settings";

    private static final LocalDate DAY = LocalDate.parse("2026-03-10");

    @Autowired
    ApplicationContext server;

    @Autowired
    private SecondOpinions opinions;

    @Autowired
    ScanProgress progress;

    @Autowired
    private Clients clients;

    @Autowired
    Mailboxes mailboxes;

    @Autowired
    private Removals removals;

    final Rows rows = new Rows(database());
    Account account;
    Actor.Person person;

    @DynamicPropertySource
    static void model(DynamicPropertyRegistry registry) {
        registry.add("tenth.model.base-url", MODEL::address);
        registry.add("tenth.model.key", () -> FakeModel.KEY);
        registry.add("tenth.model.name", () -> FakeModel.NAME);
        registry.add("tenth.model.network", () -> "inside");
        registry.add("tenth.model.answer-within", () -> "5s");
    }

    @BeforeEach
    void signIn() {
        MODEL.forget();
        account = newPerson();
        person = account.person();
        clock().advance(Duration.ofMinutes(2));
    }

    ApiClient.Answer agree() {
        var answer = api(account).patch(SETTINGS, "{\"language_model\": true}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/language_model").asBoolean()).isTrue();
        return answer;
    }

    JsonNode proposal(String pointer) {
        return api(account).get("/api/proposals").json().at(pointer);
    }

    MatterId matter(String name) {
        var admin = new Actor.Person(newPerson(Role.ADMIN).id(), Role.ADMIN);
        var number = UUID.randomUUID().toString().substring(0, 8);
        var client = clients.add(new NewClient("Client " + number, number, List.of(), null), admin);
        return clients.add(new NewMatter(client, name, number, List.of()), admin);
    }

    ScanId scanned(Finding... findings) {
        return scanned(person, findings);
    }

    /** What a scan does with what the engine has found. */
    ScanId scanned(Actor.Person owner, Finding... findings) {
        var scan = new StoredProposals(server, database()).scan(owner);
        var claim = progress.claim(scan, owner).orElseThrow();
        var directory = new Directory(clients.all(owner), Settings.DEFAULT);
        progress.store(
                claim,
                opinions.sitting(directory, owner)
                        .of(Arrays.asList(findings), some -> progress.proposable(some, claim.scan(), owner)),
                new ScanProgress.Reached(findings.length, findings.length),
                owner);
        progress.complete(claim, Optional.empty(), owner);
        return scan;
    }

    /** With all that was in it. */
    void removeTheMailbox() {
        var mailbox = mailboxes.named(Mailboxes.UPLOADS, person);
        mailboxes.remove(mailbox, Demand.ANY, person);
        var more = true;
        while (more) {
            more = removals.emptySome(mailbox, person);
        }
    }

    static Finding unsure(String sentence) {
        return told(sentence, 0.7, ActivityType.OTHER);
    }

    static Finding told(String sentence, double confidence, ActivityType type) {
        return of(sentence, confidence, type, true);
    }

    /** What the engine has only just not taken for work. */
    static Finding leftOut(String sentence) {
        return of(sentence, 0.4, ActivityType.OTHER, false);
    }

    private static Finding of(String sentence, double confidence, ActivityType type, boolean taken) {
        var id = UUID.randomUUID().toString();
        var body = "Dear Imogen,\n\n" + sentence + "\n\nKind regards";
        var message = new MailMessage(
                "<" + id + "@firm.example>",
                "Person <person@firm.example>",
                "Imogen Achterberg <imogen@achterberg.example>",
                "Secret subject",
                OffsetDateTime.parse("2026-03-10T17:45:00-04:00"),
                false,
                body,
                "0".repeat(64));
        var start = body.indexOf(sentence);
        var span = new Span(start, start + sentence.length());
        var mention = new TimeMention(
                span, sentence, 60, type, DAY, null, true, confidence, "An hour", List.of("time-spent"));
        var found = List.of(new Finding.Found(mention, Excerpt.of(message, span)));
        return new Finding.Analysed(
                Optional.of(id), message, taken ? found : List.of(), taken ? List.of() : found, null, null);
    }
}
