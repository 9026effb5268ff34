package io.tenth.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ServerTest;
import io.tenth.shared.Role;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PeoplePagesTest extends ServerTest {

    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+(/join\\?link=[^\"]+)");

    @Test
    void showsTheLinkOfAnInvitationOnce() {
        var browser = browser(newPerson(Role.ADMIN));
        browser.get("/people");

        var answer = browser.post("/people/invitations", Map.of("role", "manager"));

        var link = LINK.matcher(answer.body());
        assertThat(link.find()).isTrue();
        assertThat(browser().get(link.group(1)).text()).contains("Make your account");
        assertThat(browser.get("/people").body()).doesNotContain("/join?link=");
    }

    @Test
    void listsEverybodyToAnAdministrator() {
        var person = newPerson();

        assertThat(browser(newPerson(Role.ADMIN)).get("/people").text()).contains(person.email());
    }

    @Test
    void refusesEverybodyElse() {
        var browser = browser(newPerson());

        assertThat(browser.get("/people").status()).isEqualTo(403);
        browser.get("/");
        assertThat(browser.post("/people/invitations", Map.of("role", "admin")).status())
                .isEqualTo(403);
        assertThat(browser.get("/").body()).doesNotContain("href=\"/people\"");
    }

    @Test
    void refusesARoleThatIsNone() {
        var browser = browser(newPerson(Role.ADMIN));
        browser.get("/people");

        assertThat(browser.post("/people/invitations", Map.of("role", "king")).text())
                .contains("The role is one of user, manager, auditor, admin.");
    }

    @Test
    void changesWhatAColleagueMayDo() {
        var colleague = newPerson();
        var browser = browser(newPerson(Role.ADMIN));
        browser.get("/people");
        var person = "/people/" + colleague.id().value();

        browser.post(person, Map.of("role", "manager"));
        assertThat(api(colleague).get("/api/users/me").text("/role")).isEqualTo("manager");

        browser.post(person, Map.of("role", "manager", "disabled", "true"));
        assertThat(Login.with(api(), colleague.email(), PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void showsALinkForAForgottenPasswordOnce() {
        var browser = browser(newPerson(Role.ADMIN));
        browser.get("/people");

        var answer = browser.post("/people/" + newPerson().id().value() + "/password-reset", Map.of());

        assertThat(answer.body()).contains("/reset-password#");
        assertThat(browser.get("/people").body()).doesNotContain("/reset-password#");
        assertThat(browser().get("/forgot-password").text()).contains("This server sends no mail.");
    }
}
