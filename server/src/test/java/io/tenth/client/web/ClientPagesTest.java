package io.tenth.client.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ServerTest;
import io.tenth.shared.Role;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ClientPagesTest extends ServerTest {

    @Test
    void addsAClientAndAMatterWithItsAliases() {
        var browser = browser(newPerson());
        browser.get("/clients");
        var code = unique();

        var added = browser.post("/clients", Map.of("name", "Halloran " + code, "code", code));
        var matters = Pattern.compile("Halloran " + code + ".*?action=\"(/clients/[^\"]+/matters)\"", Pattern.DOTALL)
                .matcher(added.body());
        assertThat(matters.find()).isTrue();

        var matter = Map.of("name", "Lease", "number", code + "-1", "aliases", "the lease, Pier " + code + " ,");
        assertThat(browser.post(matters.group(1), matter).text())
                .contains("Lease")
                .contains(code + "-1")
                .contains("the lease, Pier " + code);
    }

    @Test
    void keepsWhatWasTypedWhenACodeIsTaken() {
        var browser = browser(newPerson());
        browser.get("/clients");
        var code = unique();
        browser.post("/clients", Map.of("name", "First", "code", code));

        var answer = browser.post("/clients", Map.of("name", "Second & Sons", "code", code));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Another client has the code " + code);
        assertThat(answer.body()).contains("value=\"Second &amp; Sons\"");
    }

    @Test
    void correctsAClientAndSaysInWhatStepsItIsBilled() {
        var browser = browser(newPerson());
        browser.get("/clients");
        var code = unique();
        var added = browser.post("/clients", Map.of("name", "Vane " + code, "code", code));
        var form = Pattern.compile(
                        "Vane " + code
                                + ".*?action=\"(/clients/[^\"/]+)\".*?name=\"version\" value=\"&quot;(\\d+)&quot;\"",
                        Pattern.DOTALL)
                .matcher(added.body());
        assertThat(form.find()).isTrue();
        var said = Map.of(
                "name",
                "Vane " + code,
                "code",
                code,
                "aliases",
                "VN, Vane & Co",
                "increment",
                "15",
                "version",
                "\"" + form.group(2) + "\"");

        assertThat(browser.post(form.group(1), said).text())
                .contains("Also written VN, Vane &amp; Co.")
                .contains("Billed in steps of 15 minutes.");
        assertThat(browser.post(form.group(1), said).text()).contains("changed in the meantime");
    }

    @Test
    void correctsAMatterAndHowElseItIsWritten() {
        var browser = browser(newPerson());
        browser.get("/clients");
        var code = unique();
        var client = browser.post("/clients", Map.of("name", "Orme " + code, "code", code));
        var matters = Pattern.compile("Orme " + code + ".*?action=\"(/clients/[^\"]+/matters)\"", Pattern.DOTALL)
                .matcher(client.body());
        assertThat(matters.find()).isTrue();
        var added = browser.post(matters.group(1), Map.of("name", "Lease", "number", code + "-1"));
        var form = Pattern.compile(
                        "Orme " + code
                                + ".*?action=\"(/clients/matters/[^\"]+)\".*?name=\"version\" value=\"&quot;(\\d+)&quot;\"",
                        Pattern.DOTALL)
                .matcher(added.body());
        assertThat(form.find()).isTrue();
        var said = Map.of(
                "name", "Pier lease",
                "number", code + "-2",
                "aliases", "pier " + code,
                "version", "\"" + form.group(2) + "\"");

        assertThat(browser.post(form.group(1), said).text()).contains(code + "-2", "Pier lease", "pier " + code);
        assertThat(browser.post(form.group(1), said).text()).contains("changed in the meantime");
    }

    @Test
    void setsWhatAnHourOfOnePersonCosts() {
        var person = newPerson();
        var admin = browser(newPerson(Role.ADMIN));
        assertThat(admin.get("/rates").body()).contains("value=\"" + person.id().value() + "\"");
        var rate = Map.of(
                "timekeeper", person.id().value().toString(), "amount", "410", "currency", "USD", "from", "2031-01-01");

        assertThat(admin.post("/rates", rate).text()).contains(person.fullName() + " 410.00 USD from 2031-01-01");

        assertThat(browser(person).get("/rates").text()).contains("410.00 USD");
        assertThat(browser(newPerson()).get("/rates").text()).doesNotContain("410.00 USD");
        assertThat(admin.post(
                                "/rates",
                                Map.of("timekeeper", "x", "amount", "1", "currency", "USD", "from", "2031-01-01"))
                        .text())
                .contains("There is no such person.");
    }

    @Test
    void showsRatesToAllAndTheFormToManagers() {
        assertThat(browser(newPerson()).get("/rates").text()).doesNotContain("Set a rate");
        var manager = browser(newPerson(Role.MANAGER));
        manager.get("/rates");
        var rate =
                Map.of("category", "partner " + unique(), "amount", "287,50", "currency", "CHF", "from", "2031-01-01");

        var set = manager.post("/rates", rate);

        assertThat(set.text()).contains(rate.get("category") + " 287.50 CHF from 2031-01-01");
        assertThat(manager.post("/rates", rate).text()).contains("There is a rate for this from the same day on");
        var end = Pattern.compile(rate.get("category") + ".*?action=\"(/rates/[^\"]+/end)\"", Pattern.DOTALL)
                .matcher(set.body());
        assertThat(end.find()).isTrue();
        assertThat(manager.post(end.group(1), Map.of()).text()).doesNotContain(rate.get("category"));
    }

    private static String unique() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
