package io.tenth.capture.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.Browser;
import io.tenth.ServerTest;
import io.tenth.capture.StoredProposals;
import io.tenth.client.Clients;
import io.tenth.client.NewClient;
import io.tenth.client.NewMatter;
import io.tenth.identity.Account;
import io.tenth.shared.ProposalId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class ReviewPagesTest extends ServerTest {

    private static final String WEEK = "/time?week=" + StoredProposals.DAY;

    @Autowired
    private ApplicationContext server;

    @Autowired
    private Clients clients;

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
    void showsAProposalWithItsSentenceHighlighted() {
        proposals.one(person.person());

        var review = browser.get("/review");

        assertThat(review.body()).contains("<mark>" + StoredProposals.QUOTE + "</mark>");
        assertThat(review.text())
                .contains("Tuesday 10 March 2026 1.50")
                .contains("1.50 h · 1:30")
                .contains("drafting")
                .contains(StoredProposals.CLIENT_MATTER)
                .contains("not in the directory")
                .contains(StoredProposals.SUBJECT)
                .contains("to Imogen Achterberg &lt;imogen@achterberg.example&gt;")
                .contains("sent Tue 10 Mar 2026, 17:45")
                .contains("93 % high confidence")
                .contains("The work is told as done.");
    }

    @Test
    void putsAnApprovedProposalIntoTheWeekAndTakesItOutAgain() {
        var proposal = "/review/" + proposals.one(person.person()).value();

        var approved = browser.change(proposal + "/acceptance", Map.of());
        assertThat(approved.text()).contains("Approved: 1.50 h, Halloran").contains("Undo");
        assertThat(approved.body())
                .contains("id=\"review-count\"")
                .contains("hx-delete=\"" + proposal + "/acceptance\"");
        assertThat(browser.get(WEEK).text()).contains(StoredProposals.DESCRIPTION);
        assertThat(browser.get("/review").text()).contains("Nothing waits for your review");
        assertThat(browser.get("/review?state=accepted").text()).contains(StoredProposals.QUOTE);

        var undone = browser.delete(proposal + "/acceptance");
        assertThat(undone.text()).contains("Approval taken back").contains("Approve");
        assertThat(browser.get(WEEK).text()).doesNotContain(StoredProposals.DESCRIPTION);
        assertThat(browser.get("/review").text()).contains(StoredProposals.QUOTE);
    }

    @Test
    void rejectsAndTakesThatBack() {
        var proposal = "/review/" + proposals.one(person.person()).value();

        assertThat(browser.change(proposal + "/rejection", Map.of()).text()).contains("Rejected: 1.50 h, Halloran");
        assertThat(browser.get("/review?state=rejected").text()).contains(StoredProposals.QUOTE);
        assertThat(browser.delete(proposal + "/rejection").text()).contains("Rejection taken back");
        assertThat(browser.part("/review/count").text()).contains("1 waiting");
    }

    @Test
    void changesAProposalAndChangesItBack() {
        var proposal = proposals.one(person.person());
        var matter = newMatter();
        var form = Map.of(
                "hours", "1h15",
                "day", "2026-03-11",
                "type", "call",
                "matter", matter,
                "clientMatter", "Halloran",
                "description", "Call on the <settlement>");

        var changed = browser.change(correction(proposal), form);

        assertThat(changed.text())
                .contains("1.25")
                .contains("call")
                .contains("Call on the &lt;settlement&gt;")
                .contains("not billable")
                .contains(" / Settlement");
        assertThat(browser.get("/review").text()).contains("Wednesday 11 March 2026 1.25");

        var before = new HashMap<>(form);
        before.putAll(Map.of("hours", "1.5", "day", "2026-03-10", "matter", "", "billable", "yes"));
        var back = browser.change(correction(proposal) + "?undone=true", before);
        assertThat(back.text()).contains("Changed back").doesNotContain("Undo");
        assertThat(browser.get("/review").text())
                .contains("Tuesday 10 March 2026 1.50")
                .doesNotContain("not billable");
    }

    @Test
    void offersTheValuesFromBeforeAsTheWayBack() {
        var proposal = proposals.one(person.person());

        var changed = browser.change(correction(proposal), form("2"));

        assertThat(changed.body())
                .contains("name=\"hours\" value=\"1.5\"")
                .contains("name=\"description\" value=\"" + StoredProposals.DESCRIPTION + "\"")
                .contains("hx-post=\"" + correction(proposal) + "?undone=true\"");
    }

    @Test
    void keepsWhatWasTypedWhenItMakesNoSense() {
        var proposal = proposals.one(person.person());

        var refused = browser.change(correction(proposal), form("soon"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Type the time as 1.5, 1:30, 1h30 or 90m");
        assertThat(refused.body()).contains("value=\"soon\"").contains("name=\"description\"");
        assertThat(browser.change(correction(proposal), form("90")).text()).contains("90m for minutes");
    }

    @Test
    void opensTheFormAndLeavesIt() {
        var proposal = proposals.one(person.person());

        assertThat(browser.part(correction(proposal)).body()).contains("name=\"hours\" value=\"1.5\"");
        assertThat(browser.part("/review/" + proposal.value()).body())
                .contains("id=\"proposal-" + proposal.value() + "\"")
                .doesNotContain("<html");
    }

    @Test
    void approvesManyAndReportsTheOneThatIsRefused() {
        var stored = proposals.some(3, person.person());
        browser.change("/review/" + stored.getFirst().value() + "/rejection", Map.of());

        var answer = browser.change("/review/acceptances", Map.of("ids", ids(stored)));

        assertThat(answer.text()).contains("2 approved, 1 refused: This proposal was decided already.");
        assertThat(browser.get(WEEK).text()).contains("3.00 hours");
        assertThat(answer.body())
                .contains("/review/acceptances?ids=")
                .doesNotContain("ids=" + stored.getFirst().value());

        var undone = browser.delete("/review/acceptances?ids=" + ids(stored.subList(1, 3)));
        assertThat(undone.text()).contains("2 taken back");
        assertThat(browser.get(WEEK).text()).contains("0.00 hours");
    }

    @Test
    void rejectsManyAndTakesThatBack() {
        var stored = proposals.some(2, person.person());

        assertThat(browser.change("/review/rejections", Map.of("ids", ids(stored)))
                        .text())
                .contains("2 rejected");
        assertThat(browser.get("/review").text()).contains("Nothing waits");
        assertThat(browser.delete("/review/rejections?ids=" + ids(stored)).text())
                .contains("2 taken back");
    }

    @Test
    void pagesThroughMoreThanAHundred() {
        proposals.some(101, person.person());
        var first = browser.get("/review");
        var next = first.body().replaceAll("(?s).*href=\"(/review\\?state=proposed&amp;after=[^\"]+)\".*", "$1");

        assertThat(first.body().split("class=\"proposal\"", -1)).hasSize(101);
        assertThat(browser.get(next.replace("&amp;", "&")).body().split("class=\"proposal\"", -1))
                .hasSize(2);
    }

    @Test
    void showsNobodyAnotherPersonsProposal() {
        var foreign = "/review/" + proposals.one(newPerson().person()).value();

        assertThat(browser.get(foreign).status()).isEqualTo(404);
        assertThat(browser.part(foreign + "/correction").status()).isEqualTo(404);
        assertThat(browser.change(foreign + "/acceptance", Map.of()).status()).isEqualTo(404);
        assertThat(browser.change(foreign + "/correction", form("2")).status()).isEqualTo(404);
        assertThat(browser.get("/review").text()).doesNotContain(StoredProposals.QUOTE);
    }

    @Test
    void refusesADecisionWithoutTheTokenAgainstForgery() {
        var proposal = "/review/" + proposals.one(person.person()).value();

        assertThat(browser.withoutToken()
                        .change(proposal + "/acceptance", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(browser.delete(proposal + "/acceptance").status()).isEqualTo(403);
        assertThat(browser.get(WEEK).text()).contains("0.00 hours");
    }

    private String newMatter() {
        var code = UUID.randomUUID().toString();
        var client = clients.add(new NewClient("Halloran", code), person.person());
        return clients.add(new NewMatter(client, "Settlement", code, List.of()), person.person())
                .value()
                .toString();
    }

    private static Map<String, String> form(String hours) {
        return Map.of(
                "hours", hours,
                "day", "2026-03-10",
                "type", "drafting",
                "matter", "",
                "clientMatter", "Halloran",
                "description", "Drafting");
    }

    private static String correction(ProposalId proposal) {
        return "/review/" + proposal.value() + "/correction";
    }

    private static String ids(List<ProposalId> proposals) {
        return proposals.stream().map(proposal -> proposal.value().toString()).collect(Collectors.joining(","));
    }
}
