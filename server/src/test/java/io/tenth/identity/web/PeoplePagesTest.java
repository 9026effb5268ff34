package io.tenth.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ServerTest;
import io.tenth.shared.Role;
import io.tenth.store.Rows;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PeoplePagesTest extends ServerTest {

    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

    private static final Pattern LINK = Pattern.compile("value=\"(/join#[^\"]+)\"");

    private final Rows rows = new Rows(database());

    @Test
    void showsTheLinkOfAnInvitationOnce() {
        var browser = browser(newPerson(Role.ADMIN));
        browser.get("/people");

        var answer = browser.post("/people/invitations", Map.of("role", "manager"));

        var link = LINK.matcher(answer.body());
        assertThat(link.find()).isTrue();
        assertThat(browser().get(link.group(1)).text()).contains("Make your account");
        assertThat(browser.get("/people").body()).doesNotContain("/join#");
    }

    @Test
    void listsEverybodyToAnAdministrator() {
        var person = newPerson();

        var after =
                "/people?after=" + person.email().substring(0, person.email().indexOf('@'));
        assertThat(browser(newPerson(Role.ADMIN)).get(after).text()).contains(person.email());
    }

    @Test
    void listsFiftyToAPageAndStaysThereAfterAChange() {
        var administrator = newPerson(Role.ADMIN);
        rows.update("""
                INSERT INTO users (user_id, email, full_name, password_hash, role, created_at, updated_at)
                SELECT gen_random_uuid(), '000-crowd' || to_char(n, 'FM000') || '+x@firm.example', 'Of the crowd', '-', 'user', now(), now()
                  FROM generate_series(1, 60) AS n
                """);
        var browser = browser(administrator);

        var first = browser.get("/people");
        var next = NEXT.matcher(first.body());
        assertThat(next.find()).isTrue();
        var second = browser.get(next.group(1));

        assertThat(first.body()).contains("crowd050+x@").doesNotContain("crowd051+x@", "First page");
        assertThat(second.body())
                .contains("crowd051+x@", "crowd060+x@", "First page")
                .doesNotContain("crowd050+x@firm.example</");
        var id = rows.texts("SELECT user_id::text FROM users WHERE email = '000-crowd055+x@firm.example'")
                .getFirst();
        var after = "000-crowd050+x@firm.example";
        var changed = browser.post("/people/" + id, Map.of("role", "manager", "after", after));
        assertThat(changed.body()).contains("crowd055+x@").doesNotContain("crowd050+x@firm.example</");
        rows.update("DELETE FROM users WHERE email LIKE '000-crowd%'");
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

        assertThat(answer.body()).contains("value=\"/reset-password#");
        assertThat(browser.get("/people").body()).doesNotContain("/reset-password#");
        assertThat(browser().get("/forgot-password").text()).contains("This server sends no mail.");
    }
}
