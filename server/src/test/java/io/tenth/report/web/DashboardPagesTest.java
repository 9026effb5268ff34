package io.tenth.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ServerTest;
import io.tenth.capture.StoredProposals;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class DashboardPagesTest extends ServerTest {

    private static final String MONTH = "/?day=" + StoredProposals.DAY;

    @Autowired
    private ApplicationContext server;

    @Test
    void countsWhatIsApprovedAndNothingBefore() {
        var person = newPerson();
        var browser = browser(person);
        var proposal = new StoredProposals(server, database()).one(person.person());

        assertThat(browser.get(MONTH).text()).contains("0.00 hours").contains("No time in this month yet");
        assertThat(browser.part("/review/waiting").text()).contains("Review 1 proposal");

        browser.change("/review/" + proposal.value() + "/acceptance", Map.of());

        assertThat(browser.get(MONTH).text())
                .contains("Week of 9 March 1.50 hours")
                .contains("March 2026 1.50 hours")
                .contains("Tuesday 10 March: 1.50 h")
                .contains("drafting");
        assertThat(browser.part("/review/waiting").text()).contains("Nothing waits for your review.");
    }

    @Test
    void tellsANewcomerWhatToDo() {
        assertThat(browser(newPerson()).get("/").body())
                .contains("href=\"/mail\"")
                .contains("Upload sent mail");
    }

    @Test
    void refusesADayThatNoCalendarReaches() {
        var browser = browser(newPerson());

        assertThat(browser.get("/?day=%2B999999999-12-31").status()).isEqualTo(422);
        assertThat(browser.get("/time?week=%2B999999999-12-31").status()).isEqualTo(422);
    }
}
