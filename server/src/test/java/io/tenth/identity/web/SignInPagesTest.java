package io.tenth.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ServerTest;
import io.tenth.identity.Invitations;
import io.tenth.shared.Actor;
import io.tenth.shared.Role;
import io.tenth.shared.UserId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SignInPagesTest extends ServerTest {

    @Autowired
    private Invitations invitations;

    @Test
    void letsAPersonInAndOut() {
        var person = newPerson();
        var browser = browser(person);

        assertThat(browser.get("/").text()).contains(person.fullName());
        assertThat(browser.post("/sign-out", Map.of()).path()).isEqualTo("/sign-in");
        assertThat(browser.get("/").path()).isEqualTo("/sign-in");
    }

    @Test
    void keepsTheAddressAndNotThePasswordOfARefusedSignIn() {
        var browser = browser();
        browser.get("/sign-in");

        var answer = browser.post("/sign-in", Map.of("email", "nobody@firm.example", "password", "Wrong-secret-1"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("The address or the password is wrong");
        assertThat(answer.body()).contains("nobody@firm.example").doesNotContain("Wrong-secret-1");
    }

    @Test
    void makesAnAccountWithALinkOnce() {
        var link = invitations
                .invite(Role.USER, new Actor.Person(UserId.next(), Role.ADMIN))
                .value();
        var browser = browser();
        assertThat(browser.get("/join").text()).contains("8 to 100 characters");

        var weak = browser.post("/join", form(link, "weak"));
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.text()).contains("A password has 8 to 100 characters.");
        assertThat(weak.body()).contains("value=\"New Person\"");

        assertThat(browser.post("/join", form(link, PASSWORD)).text()).contains("New Person");
        var again = browser();
        again.get("/join");
        assertThat(again.post("/join", form(link, PASSWORD)).text()).contains("the link was used");
    }

    @Test
    void answersAFormThatLacksItsFieldsWithASentence() {
        var browser = browser();
        browser.get("/sign-in");

        assertThat(browser.post("/join", Map.of()).status()).isEqualTo(422);
    }

    private static Map<String, String> form(String link, String password) {
        return Map.of(
                "link",
                link,
                "email",
                "new-" + link.substring(0, 8) + "@firm.example",
                "fullName",
                "New Person",
                "password",
                password,
                "zone",
                "Europe/Lisbon");
    }
}
