package io.tenth.entry.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ServerTest;
import io.tenth.capture.StoredProposals;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class TimesheetPagesTest extends ServerTest {

    private static final String WEEK = "/time?week=" + StoredProposals.DAY;

    @Autowired
    private ApplicationContext server;

    @Test
    void showsAnApprovedProposalInItsWeekAndTheWayToItsSentence() {
        var person = newPerson();
        var browser = browser(person);
        var proposal =
                new StoredProposals(server, database()).one(person.person()).value();
        browser.get(WEEK);
        browser.change("/review/" + proposal + "/acceptance", Map.of());

        var week = browser.get(WEEK);

        assertThat(week.text())
                .contains("9 March 2026 to 15 March 2026")
                .contains("1.50 hours, 1.50 of them billable")
                .contains("Tuesday 10 March 1.50")
                .contains(StoredProposals.DESCRIPTION)
                .contains("from mail");
        assertThat(week.body()).contains("href=\"/review/" + proposal + "\"");
        assertThat(browser.get("/review/" + proposal).body()).contains("<mark>" + StoredProposals.QUOTE + "</mark>");
    }

    @Test
    void leadsToTheWeeksBeforeAndAfter() {
        assertThat(browser(newPerson()).get(WEEK).body())
                .contains("href=\"/time?week=2026-03-02\"")
                .contains("href=\"/time?week=2026-03-16\"");
    }

    @Test
    void refusesAWeekThatIsNoDay() {
        assertThat(browser(newPerson()).get("/time?week=soon").status()).isEqualTo(422);
    }
}
