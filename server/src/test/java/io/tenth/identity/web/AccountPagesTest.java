package io.tenth.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.Browser;
import io.tenth.ServerTest;
import io.tenth.identity.Account;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountPagesTest extends ServerTest {

    private static final Pattern TOKEN = Pattern.compile("tenth_pat_[A-Za-z0-9_-]{43}");
    private static final Pattern END = Pattern.compile("action=\"(/account/(?:sessions|tokens)/[0-9a-f-]{36}/end)\"");
    private static final String NEW_PASSWORD = "Another-horse-8-stable";

    private Account account;
    private Browser browser;

    @BeforeEach
    void signIn() {
        account = newPerson();
        browser = browser(account);
        browser.get("/account");
    }

    @Test
    void changesNameAndZone() {
        var changed = browser.post("/account", Map.of("fullName", "Ada Obi", "zone", "Asia/Tokyo"));

        assertThat(changed.body()).contains("value=\"Ada Obi\"", ">Asia/Tokyo</option>");
        assertThat(changed.text()).contains("Ada Obi");
        assertThat(browser.post("/account", Map.of("fullName", "A", "zone", "UTC"))
                        .text())
                .contains("The full name has 2 to 255 characters.");
    }

    @Test
    void changesThePassword() {
        var wrong = browser.post("/account/password", Map.of("current", "Wrong-password-1", "wanted", NEW_PASSWORD));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("The current password is wrong");
        assertThat(wrong.body()).doesNotContain("Wrong-password-1");

        assertThat(browser.post("/account/password", Map.of("current", PASSWORD, "wanted", NEW_PASSWORD))
                        .text())
                .contains("The password is changed");
        assertThat(Login.with(api(), account.email(), NEW_PASSWORD).status()).isEqualTo(200);
        assertThat(browser.get("/account").path()).isEqualTo("/account");
    }

    @Test
    void showsANewTokenOnceAndRevokesIt() {
        var made = browser.post(
                "/account/tokens", Map.of("name", "Timer", "scopes", "mail:read", "days", "30", "current", PASSWORD));
        var token = TOKEN.matcher(made.body());
        assertThat(token.find()).isTrue();
        var program = api().withToken(token.group());
        assertThat(program.get("/api/mailboxes").status()).isEqualTo(200);

        var page = browser.get("/account");
        assertThat(page.body()).doesNotContain(token.group());
        assertThat(page.text()).contains("Timer", "mail:read");
        var revoke = END.matcher(page.body());
        assertThat(revoke.find()).isTrue();
        browser.post(revoke.group(1), Map.of());

        assertThat(program.get("/api/mailboxes").status()).isEqualTo(401);
        assertThat(browser.post("/account/tokens", Map.of("name", "Timer", "current", PASSWORD))
                        .text())
                .contains("A token needs at least one scope.");
    }

    @Test
    void makesNoTokenForSomebodyWhoDoesNotKnowThePassword() {
        for (var current : List.of("", "Wrong-password-1")) {
            var refused =
                    browser.post("/account/tokens", Map.of("name", "Timer", "scopes", "mail:read", "current", current));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(TOKEN.matcher(refused.body()).find()).isFalse();
        }
        assertThat(browser.get("/account").text()).contains("A token lets a program of yours do");
    }

    @Test
    void endsASessionAndAllOthers() {
        var second = browser(account);
        var end = END.matcher(browser.get("/account").body());
        assertThat(end.find()).isTrue();
        browser.post(end.group(1), Map.of());
        assertThat(second.get("/").path()).isEqualTo("/sign-in");

        var third = browser(account);
        assertThat(browser.get("/account").text()).contains("Sign out everywhere else");
        browser.post("/account/sessions/end", Map.of());

        assertThat(third.get("/").path()).isEqualTo("/sign-in");
        assertThat(browser.get("/account").path()).isEqualTo("/account");
    }

    @Test
    void takesNoFormOfAnotherSite() {
        assertThat(browser.withoutToken()
                        .post("/account/sessions/end", Map.of())
                        .status())
                .isEqualTo(403);
    }
}
