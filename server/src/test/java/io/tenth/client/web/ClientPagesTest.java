package io.tenth.client.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ServerTest;
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

    private static String unique() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
