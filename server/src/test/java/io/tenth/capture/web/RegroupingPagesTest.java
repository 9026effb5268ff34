package io.tenth.capture.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.Browser;
import io.tenth.ServerTest;
import io.tenth.capture.StoredProposals;
import io.tenth.identity.Account;
import io.tenth.shared.ProposalId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The pages around the review: parts, mergers, reasons and correspondents. */
class RegroupingPagesTest extends ServerTest {

    @Autowired
    private ApplicationContext server;

    private Account person;
    private Browser browser;
    private StoredProposals proposals;

    @BeforeEach
    void openReview() {
        person = newPerson();
        browser = browser(person);
        browser.get("/review");
        proposals = new StoredProposals(server, database());
    }

    @Test
    void splitsByAFormAndUndoesThat() {
        var path = path(proposals.one(person.person()));
        assertThat(browser.get(path + "/parts").body())
                .contains("name=\"hours\"")
                .contains("value=\"1.5\"");

        var refused = post(path + "/parts", "hours=1&hours=1&" + rest());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("The parts come to 120 minutes, and the proposal to 90.");

        var split = post(path + "/parts", "hours=1&hours=0:30&" + rest());
        assertThat(split.path()).startsWith("/review/regroupings/");
        assertThat(split.text())
                .contains("Split into 2")
                .contains("1.00")
                .contains("0.50")
                .contains("The notes");
        assertThat(browser.post(split.path() + "/undoing", Map.of()).path()).isEqualTo("/review");
        assertThat(browser.get("/review").text()).contains("1.50 h");
    }

    @Test
    void sendsTheBrowserToWhatWasMerged() {
        var ids = proposals.some(2, person.person());

        var merged = browser.change(
                "/review/mergers",
                Map.of("ids", ids.getFirst().value() + "," + ids.getLast().value()));

        var address = merged.response().headers().firstValue("HX-Redirect").orElseThrow();
        assertThat(browser.get(address).text()).contains("Merged").contains("3.00");
    }

    @Test
    void marksWhatMayBeCountedAlreadyWithALink() {
        var ids = proposals.some(2, person.person());

        assertThat(browser.get("/review").body())
                .contains("possible duplicate")
                .contains("href=\"/review/" + ids.getFirst().value() + "\"");
    }

    @Test
    void dismissesADoubtAndRaisesItAgain() {
        var ids = proposals.some(2, person.person());
        var address =
                "/review/" + ids.getLast().value() + "/doubts/" + ids.getFirst().value() + "/dismissal";
        assertThat(browser.get("/review").body()).contains("hx-post=\"" + address + "\"");

        assertThat(browser.change(address, Map.of()).body())
                .contains("Doubt dismissed", "hx-delete=\"" + address + "\"")
                .doesNotContain("possible duplicate");
        assertThat(browser.get("/review").body()).doesNotContain("possible duplicate");
        assertThat(browser.delete(address).body()).contains("Doubt raised again", "possible duplicate");
    }

    @Test
    void asksWhyAfterTheRejection() {
        var path = path(proposals.one(person.person()));
        assertThat(browser.change(path + "/rejection", Map.of()).body())
                .contains("hx-post=\"" + path + "/rejection-reason\"");

        var said = browser.change(path + "/rejection-reason", Map.of("reason", "duplicate"));

        assertThat(said.text()).contains("Rejected as counted already");
        assertThat(browser.get("/review?state=rejected").body()).containsPattern("value=\"duplicate\"[^>]* selected");
    }

    @Test
    void mutesACorrespondentAndTakesThatBack() {
        proposals.one(person.person());
        assertThat(browser.get("/review").body()).contains("/review/muted?address=imogen@achterberg.example");
        assertThat(browser.get("/review/muted?address=imogen@achterberg.example")
                        .body())
                .contains("value=\"imogen@achterberg.example\"");

        var list = browser.post("/review/muted", Map.of("kind", "recipient", "address", "imogen@achterberg.example"));
        assertThat(list.text()).contains("mail to imogen@achterberg.example");
        assertThat(browser.get("/review").text()).contains("Nothing waits");
        var end = list.body().replaceAll("(?s).*action=\"(/review/muted/[^\"]+/end)\".*", "$1");
        browser.post(end, Map.of());
        assertThat(browser.get("/review").text()).contains("1.50 h");
        assertThat(browser.post("/review/muted", Map.of("kind", "recipient", "address", "x"))
                        .text())
                .contains("Give one address");
    }

    private Browser.Answer post(String path, String form) {
        return browser.postRows(path, form.replace(' ', '+'));
    }

    private static String rest() {
        return "hours=&hours=&type=drafting&type=call&type=call&type=call&matter=&matter=&matter=&matter="
                + "&description=The papers&description=The notes, and more&description=&description=";
    }

    private static String path(ProposalId id) {
        return "/review/" + id.value();
    }
}
