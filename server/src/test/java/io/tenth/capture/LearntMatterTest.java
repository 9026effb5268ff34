package io.tenth.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.capture.ToldWork.Mail;
import io.tenth.shared.ProposalId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the matters teach that a person chooses for the mail to somebody. */
class LearntMatterTest extends ServerTest {

    private static final Mail LEASE = Mail.of("I spent two hours drafting the harbour lease.", 120);
    private static final Mail BRIEF = Mail.of("Prepared the appeal brief against Kestrel, 45 minutes.", 45);
    private static final LocalDate LATER = ToldWork.DAY.plusDays(7);

    @Autowired
    private ApplicationContext server;

    private ApiClient api;
    private ToldWork told;

    @BeforeEach
    void begin() {
        var person = newPerson();
        api = api(person);
        told = new ToldWork(server, new StoredProposals(server, database()), person.person());
    }

    @Test
    void proposesTheThirdTimeWhatWasChosenTwice() {
        var matter = matter();
        var first = told.store(LEASE, BRIEF);
        choose(first.getFirst(), matter);
        assertThat(learnt()).isFalse();
        choose(first.getLast(), matter);

        var third = api.get(path(
                told.store(Mail.of("Call about the fence, 10 minutes.", 10)).getFirst()));

        assertThat(third.text("/matter_id")).isEqualTo(matter);
        assertThat(third.text("/client_matter")).endsWith(" / Settlement");
        assertThat(third.text("/reasons/0")).isEqualTo("matter-chosen-before");
        assertThat(api.get(path(told.store(BRIEF.to("other@client.example")).getFirst()))
                        .json()
                        .at("/matter_id")
                        .isNull())
                .isTrue();
        choose(first.getLast(), null);
        assertThat(learnt()).isFalse();
    }

    @Test
    void learnsOfEachCorrespondentByItselfInOneBatch() {
        var settlement = matter();
        var appeal = matter();
        var tom = "Tom <tom@client.example>";
        told.store(LEASE, BRIEF).forEach(id -> choose(id, settlement));
        told.store(LEASE.to(tom), BRIEF.to(tom)).forEach(id -> choose(id, appeal));

        var proposed = told.storeTogether(
                LEASE.on(LATER.plusDays(3)),
                LEASE.to(tom).on(LATER.plusDays(2)),
                LEASE.to(tom + ", imogen@achterberg.example").on(LATER.plusDays(1)),
                LEASE.to("nobody@client.example").on(LATER));

        assertThat(proposed)
                .extracting(id -> api.get(path(id)).json().at("/matter_id").asString(""))
                .containsExactly(settlement, appeal, appeal, "");
    }

    private boolean learnt() {
        var id =
                told.store(Mail.of("Call number " + UUID.randomUUID() + ".", 7)).getFirst();
        return api.get(path(id)).text("/reasons/0").equals("matter-chosen-before");
    }

    private void choose(ProposalId id, @Nullable String matter) {
        api.patch(path(id), "{\"matter_id\": %s}".formatted(matter == null ? "null" : "\"" + matter + "\""));
    }

    private String matter() {
        var code = UUID.randomUUID().toString();
        var client = api.post("/api/clients", "{\"name\": \"Halloran\", \"code\": \"" + code + "\"}")
                .text("/id");
        return api.post(
                        "/api/matters",
                        "{\"client_id\": \"%s\", \"name\": \"Settlement\", \"number\": \"%s\"}".formatted(client, code))
                .text("/id");
    }

    private static String path(ProposalId id) {
        return "/api/proposals/" + id.value();
    }
}
