package io.tenth.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.identity.Account;
import io.tenth.shared.Role;
import io.tenth.store.Rows;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an administrator does with accounts, and nobody else. */
class PeopleApiTest extends ServerTest {

    private static final String NEW_PASSWORD = "Another-horse-8-stable";

    private Account administrator;
    private ApiClient api;
    private Account account;
    private String path;

    @BeforeEach
    void signIn() {
        administrator = newPerson(Role.ADMIN);
        api = api(administrator);
        account = newPerson();
        path = path(account);
    }

    @Test
    void isForAdministratorsOnly() {
        for (var role : List.of(Role.USER, Role.MANAGER, Role.AUDITOR)) {
            var member = api(newPerson(role));

            assertThat(List.of(
                            member.get("/api/users"),
                            member.get(path),
                            member.patch(path, "{\"role\": \"admin\"}"),
                            member.patch(path, "{\"disabled\": true}"),
                            member.post(path + "/password-reset"),
                            member.patch(
                                    path.replaceAll("[^/]+$", UUID.randomUUID().toString()), "{}")))
                    .extracting(ApiClient.Answer::status)
                    .containsOnly(403);
        }
        assertThat(api.get(path).text("/role")).isEqualTo("user");
    }

    @Test
    void listsEverybodyPageByPage() {
        var emails = new ArrayList<String>();
        var cursor = "";
        do {
            var page = api.get("/api/users?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.json()
                    .at("/items")
                    .forEach(person -> emails.add(person.at("/email").asString()));
            cursor = page.text("/next_cursor");
        } while (!cursor.isEmpty());

        assertThat(emails)
                .contains(account.email(), administrator.email())
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void changesARoleAndEndsTheSessionsThatHadTheLastOne() {
        var raised = Login.nativeWith(api(), account.email(), PASSWORD);
        assertThat(api().withToken(raised.text("/token")).get("/api/users/me").status())
                .isEqualTo(200);

        var answer = api.patch(path, "{\"role\": \"auditor\"}");

        assertThat(answer.text("/role")).isEqualTo("auditor");
        assertThat(api().withToken(raised.text("/token")).get("/api/users/me").status())
                .isEqualTo(401);
        assertThat(api().post("/api/auth/refresh", Login.refreshBody(raised.text("/refresh_token")))
                        .status())
                .isEqualTo(401);
        assertThat(Login.with(api(), account.email(), PASSWORD).text("/user/role"))
                .isEqualTo("auditor");
    }

    @Test
    void takesTheRoleFromAnAdministratorAtOnce() {
        var second = newPerson(Role.ADMIN);
        var theirs = api(second);
        assertThat(theirs.get("/api/users").status()).isEqualTo(200);

        api.patch(path(second), "{\"role\": \"user\"}");

        assertThat(theirs.get("/api/users").status()).isEqualTo(401);
        assertThat(api(second).get("/api/users").status()).isEqualTo(403);
    }

    @Test
    void shutsAnAccountWithItsSessionsAndTokens() {
        var browser = browser(account);
        var theirs = api(account);
        var token = theirs.post(
                        "/api/users/me/tokens",
                        "{\"current_password\": \"" + PASSWORD + "\", \"name\": \"x\", \"scopes\": [\"mail:read\"]}")
                .text("/token");
        var program = api().withToken(token);
        assertThat(program.get("/api/mailboxes").status()).isEqualTo(200);

        assertThat(api.patch(path, "{\"disabled\": true}")
                        .json()
                        .at("/disabled")
                        .asBoolean())
                .isTrue();

        assertThat(theirs.get("/api/users/me").status()).isEqualTo(401);
        assertThat(browser.get("/").path()).isEqualTo("/sign-in");
        assertThat(program.get("/api/mailboxes").status()).isEqualTo(401);
        assertThat(Login.with(api(), account.email(), PASSWORD).status()).isEqualTo(401);

        api.patch(path, "{\"disabled\": false}");

        assertThat(Login.with(api(), account.email(), PASSWORD).status()).isEqualTo(200);
        assertThat(program.get("/api/mailboxes").status()).isEqualTo(200);
    }

    @Test
    void makesALinkForAForgottenPassword() {
        var link = api.post(path + "/password-reset");
        assertThat(link.status()).isEqualTo(201);
        assertThat(link.text("/link")).startsWith("/reset-password#");
        var pending = api.get(link.header("Location"));
        assertThat(pending.status()).isEqualTo(200);
        assertThat(pending.json().propertyNames()).containsExactly("expires_at");
        assertThat(api(account).get(link.header("Location")).status()).isEqualTo(403);

        var replaced = api().with("Content-Type", "application/json")
                .send(
                        "PUT",
                        "/api/auth/password",
                        BodyPublishers.ofString(
                                "{\"token\": \"" + link.text("/link").replaceAll(".*#", "") + "\", \"new_password\": \""
                                        + NEW_PASSWORD + "\"}"));

        assertThat(replaced.status()).isEqualTo(204);
        assertThat(api.get(link.header("Location")).status()).as("it was used").isEqualTo(404);
        assertThat(Login.with(api(), account.email(), NEW_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void refusesWhatIsNotThereAndWhatHasMovedOn() {
        var nobody = "/api/users/" + UUID.randomUUID();
        var seen = api.get(path).header("ETag");
        api.patch(path, "{\"role\": \"manager\"}");

        assertThat(api.get(nobody).status()).isEqualTo(404);
        assertThat(api.patch(nobody, "{\"role\": \"user\"}").status()).isEqualTo(404);
        assertThat(api.post(nobody + "/password-reset").status()).isEqualTo(404);
        assertThat(api.with("If-Match", seen)
                        .patch(path, "{\"role\": \"user\"}")
                        .status())
                .isEqualTo(412);
        assertThat(api.patch(path, "{\"role\": \"king\"}").status()).isEqualTo(422);
        assertThat(api.patch(path, "{\"email\": \"x@firm.example\"}").status()).isEqualTo(422);
    }

    @Test
    void neverLosesTheLastAdministrator() throws Exception {
        var second = newPerson(Role.ADMIN);
        disableTheOtherAdministrators(second);
        var theirs = api(second);
        var meet = new CyclicBarrier(2);
        Callable<Integer> one = () -> demote(api, second, meet);
        Callable<Integer> two = () -> demote(theirs, administrator, meet);

        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            both.invokeAll(List.of(one, two));
        }

        assertThat(new Rows(database()).texts("SELECT email FROM users WHERE role = 'admin' AND NOT disabled"))
                .hasSize(1)
                .containsAnyOf(administrator.email(), second.email());
    }

    private static int demote(ApiClient api, Account other, CyclicBarrier meet) throws Exception {
        meet.await();
        return api.patch(path(other), "{\"role\": \"user\"}").status();
    }

    private void disableTheOtherAdministrators(Account second) {
        new Rows(database()).update("""
                        UPDATE users SET disabled = TRUE FROM (SELECT set_config('tenth.role', 'admin', TRUE)) AS actor
                         WHERE role = 'admin' AND user_id NOT IN (?, ?)
                        """, administrator.id().value(), second.id().value());
    }

    private static String path(Account account) {
        return "/api/users/" + account.id().value();
    }
}
