package io.tenth.mail.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.capture.StoredProposals;
import io.tenth.identity.Account;
import io.tenth.mail.Connection;
import io.tenth.mail.MailboxState;
import io.tenth.mail.Mailboxes;
import io.tenth.mail.imap.LocalImap;
import io.tenth.shared.MailboxId;
import io.tenth.store.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

class MailboxApiTest extends ServerTest {

    private static final String PASSWORD_THERE = "hunter2-the-second";
    private static final GreenMail IMAP = LocalImap.newServer();

    @Autowired
    private Mailboxes mailboxes;

    @Autowired
    private ApplicationContext server;

    @Autowired
    private TransactionTemplate transaction;

    private Account account;
    private ApiClient api;

    @BeforeAll
    static void startTheMailServer() {
        LocalImap.start(IMAP, "dana@firm.example", PASSWORD_THERE);
    }

    @AfterAll
    static void stopTheMailServer() {
        IMAP.stop();
    }

    @BeforeEach
    void signIn() {
        account = newPerson();
        api = api(account);
    }

    @Test
    void connectsAnImapMailboxAndNeverShowsItsPassword() {
        var made = api.post("/api/mailboxes", imap("Work", "localhost", PASSWORD_THERE));

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.text("/kind")).isEqualTo("imap");
        assertThat(made.text("/state")).isEqualTo("ok");
        assertThat(made.text("/connection/host")).isEqualTo("localhost");
        assertThat(made.text("/connection/user")).isEqualTo("dana@firm.example");
        for (var shown : new String[] {
            made.body(),
            api.get(made.header("Location")).body(),
            api.get("/api/mailboxes").body()
        }) {
            assertThat(shown).doesNotContain(PASSWORD_THERE);
        }
        assertThat(new Rows(database()).texts("""
                        SELECT encode(connection, 'escape') FROM mailboxes WHERE user_id = ?
                        """, account.id().value()))
                .singleElement()
                .satisfies(kept -> assertThat(kept).doesNotContain(PASSWORD_THERE, "localhost"));
        var opened = mailboxes.connection(id(made), account.person());
        assertThat(((Connection.Imap) opened.connection()).password()).isEqualTo(PASSWORD_THERE);
        assertThat(opened.toString()).doesNotContain(PASSWORD_THERE);
    }

    @Test
    void triesAConnectionBeforeItIsKept() {
        var wrong = api.post("/api/mailboxes", imap("Work", "localhost", "wrong"));

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text("/error/message")).contains("does not take this user and password");
        assertThat(api.get("/api/mailboxes").json().at("/items")).isEmpty();
    }

    @Test
    void reachesNoServerWithinTheNetwork() {
        for (var host : new String[] {"127.0.0.1", "::1", "169.254.169.254", "10.0.0.1"}) {
            var refused = api.post("/api/mailboxes", imap("Work", host, PASSWORD_THERE));

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text("/error/message")).contains("MAIL_ALLOW_HOSTS");
        }
    }

    @Test
    void takesNoWordThatCouldEndACommand() {
        for (var word : new String[] {"x\\r\\nA1 LOGOUT", "x\\u0000"}) {
            assertThat(api.post("/api/mailboxes", imap("Work", word, PASSWORD_THERE))
                            .status())
                    .isEqualTo(422);
            assertThat(api.post("/api/mailboxes", imap("Work", "localhost", word))
                            .status())
                    .isEqualTo(422);
        }
    }

    @Test
    void isConnectedAnewWhenItsPasswordHasChanged() {
        var made = api.post("/api/mailboxes", imap("Work", "localhost", PASSWORD_THERE));
        mailboxes.noteState(id(made), MailboxState.RECONNECT, "The password is no longer good.", account.person());
        var ill = api.get(made.header("Location"));
        assertThat(ill.text("/state")).isEqualTo("reconnect");
        assertThat(ill.text("/problem")).isEqualTo("The password is no longer good.");

        assertThat(api.patch(made.header("Location"), "{\"connection\": {\"password\": \"wrong\"}}")
                        .status())
                .isEqualTo(422);
        assertThat(api.get(made.header("Location")).text("/state")).isEqualTo("reconnect");
        var well = api.patch(
                made.header("Location"), "{\"connection\": {\"password\": \"%s\"}}".formatted(PASSWORD_THERE));

        assertThat(well.text("/state")).isEqualTo("ok");
        assertThat(well.json().at("/problem").isNull()).isTrue();
    }

    @Test
    void keepsWhatItsOwnerHasConnectedWhileAnOlderConnectionWasStillOpen() {
        var made = api.post("/api/mailboxes", imap("Work", "localhost", PASSWORD_THERE));
        var opened = mailboxes.connection(id(made), account.person());
        api.patch(made.header("Location"), "{\"connection\": {\"password\": \"%s\"}}".formatted(PASSWORD_THERE));
        var imap = (Connection.Imap) opened.connection();
        var stale = new Connection.Imap(imap.host(), imap.port(), imap.security(), imap.user(), "an older one", null);

        mailboxes.renew(opened, stale, account.person());

        var connection = mailboxes.connection(id(made), account.person());
        assertThat(connection.connection()).isEqualTo(imap);
        mailboxes.renew(connection, stale, account.person());
        assertThat(mailboxes.connection(id(made), account.person()).connection())
                .isEqualTo(stale);
    }

    @Test
    void readsAnotherFolderFromItsBeginning() throws IOException {
        for (var folder : new String[] {"Old", "New"}) {
            Files.createDirectories(mailFolder(account).resolve(folder));
        }
        var made = api.post(
                "/api/mailboxes", "{\"name\": \"F\", \"kind\": \"folder\", \"connection\": {\"path\": \"Old\"}}");
        var person = account.person();
        transaction.executeWithoutResult(status -> {
            mailboxes.one(id(made), person);
            mailboxes.keepCursor(id(made), "2026-03-02T10:00:00Z", person);
        });
        api.patch(made.header("Location"), "{\"connection\": {\"path\": \"Old\"}}");
        assertThat(mailboxes.cursor(id(made), person)).isPresent();

        var moved = api.patch(made.header("Location"), "{\"connection\": {\"path\": \"New\"}}");

        assertThat(moved.status()).as(moved.body()).isEqualTo(200);
        assertThat(mailboxes.cursor(id(made), person)).isEmpty();
    }

    @Test
    void sendsAKeptPasswordToNoOtherServerOrUser() {
        var made = api.post("/api/mailboxes", imap("Work", "localhost", PASSWORD_THERE));

        for (var change : new String[] {
            "{\"host\": \"imap.elsewhere.example\"}", "{\"user\": \"lee@firm.example\"}", "{\"port\": 1993}"
        }) {
            var refused = api.patch(made.header("Location"), "{\"connection\": " + change + "}");

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text("/error/message")).contains("A password or an access token is needed");
        }
        assertThat(api.patch(made.header("Location"), "{\"connection\": {}}").status())
                .isEqualTo(200);
    }

    @Test
    void isRenamedUnlessItHasMovedOn() {
        var made = api.post("/api/mailboxes", "{\"name\": \"Sent\"}");
        api.post("/api/mailboxes", "{\"name\": \"Other\"}");
        var stale = made.header("ETag");

        var renamed =
                api.with("If-Match", "\"7\", " + stale).patch(made.header("Location"), "{\"name\": \"Sent 2026\"}");

        assertThat(renamed.text("/name")).isEqualTo("Sent 2026");
        assertThat(api.with("If-Match", stale)
                        .patch(made.header("Location"), "{\"name\": \"Late\"}")
                        .status())
                .isEqualTo(412);
        assertThat(api.with("If-Match", stale).delete(made.header("Location")).status())
                .isEqualTo(412);
        assertThat(api.patch(made.header("Location"), "{\"name\": \"Other\"}").status())
                .isEqualTo(409);
        assertThat(api.patch(made.header("Location"), "{\"connection\": {}}").status())
                .isEqualTo(409);
    }

    /** What is not shown any more goes soon afterwards. */
    @Test
    @Timeout(60)
    void forgetsWhatWasReadWhenItIsRemovedButNotTheTime() throws InterruptedException {
        var stored = new StoredProposals(server, database());
        var proposals = stored.some(3, account.person());
        var accepted = api.post("/api/proposals/" + proposals.getFirst().value() + "/acceptance");
        api.post("/api/proposals/" + proposals.getLast().value() + "/rejection", "{}");
        var mailbox = api.get("/api/mailboxes").text("/items/0/id");

        var removed = api.delete("/api/mailboxes/" + mailbox);

        assertThat(removed.status()).as(removed.body()).isEqualTo(204);
        assertThat(api.get("/api/mailboxes/" + mailbox).status()).isEqualTo(404);
        assertThat(api.delete("/api/mailboxes/" + mailbox).status()).isEqualTo(404);
        assertThat(api.get("/api/proposals?state=proposed").json().at("/items")).isEmpty();
        assertThat(api.get("/api/proposals?state=rejected").json().at("/items")).isEmpty();
        assertThat(api.get("/api/proposals?state=accepted").body())
                .doesNotContain(StoredProposals.SUBJECT, StoredProposals.RECIPIENTS, StoredProposals.QUOTE);
        assertThat(api.get("/api/time-entries/" + accepted.text("/time_entry_id"))
                        .text("/description"))
                .contains("settlement");
        while (!messages().equals("1")) {
            new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
        }
        assertThat(stored.some(1, account.person())).hasSize(1);
    }

    private String messages() {
        return new Rows(database())
                .texts(
                        "SELECT count(*)::text FROM messages WHERE user_id = ?",
                        account.id().value())
                .getFirst();
    }

    @Test
    void connectsAFolderOfOnesOwnAndNoOther() throws IOException {
        Files.createDirectories(mailFolder(account).resolve("Sent/cur"));
        Files.createDirectories(mailFolder(newPerson()));

        var made = api.post(
                "/api/mailboxes", "{\"name\": \"Folder\", \"kind\": \"folder\", \"connection\": {\"path\": \"Sent\"}}");

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.text("/connection/path")).endsWith("/Sent");
        assertThat(api.post("/api/mailboxes", "{\"name\": \"All of it\", \"kind\": \"folder\"}")
                        .status())
                .isEqualTo(201);
        for (var path : new String[] {"..", "../..", "/etc", "nowhere"}) {
            var refused = api.post(
                    "/api/mailboxes",
                    "{\"name\": \"Out\", \"kind\": \"folder\", \"connection\": {\"path\": \"%s\"}}".formatted(path));
            assertThat(refused.status()).as(path).isEqualTo(422);
            assertThat(refused.text("/error/message")).contains("no such folder of yours");
        }
    }

    @Test
    void keepsACursorWithWhatWasReadAndForgetsItWithTheMailbox() {
        var made = api.post("/api/mailboxes", imap("Work", "localhost", PASSWORD_THERE));
        var person = account.person();
        assertThat(mailboxes.cursor(id(made), person)).isEmpty();

        transaction.executeWithoutResult(status -> {
            mailboxes.one(id(made), person);
            mailboxes.keepCursor(id(made), "7/12/-1", person);
            mailboxes.noteListed(id(made), clock().instant(), clock().instant(), person);
            mailboxes.noteScan(id(made), person);
        });

        assertThat(mailboxes.cursor(id(made), person)).contains("7/12/-1");
        assertThat(api.get(made.header("Location")).text("/last_scan_at")).isNotEmpty();
        api.delete(made.header("Location"));
        assertThat(mailboxes.cursor(id(made), person)).isEmpty();
        assertThat(new Rows(database()).texts("""
                        SELECT name FROM mailboxes WHERE user_id = ? AND connection IS NULL AND cursor IS NULL
                        """, account.id().value()))
                .containsExactly(id(made).value().toString());
    }

    private static MailboxId id(ApiClient.Answer made) {
        return new MailboxId(UUID.fromString(made.text("/id")));
    }

    private static String imap(String name, String host, String password) {
        return """
                {"name": "%s", "kind": "imap", "connection":
                  {"host": "%s", "port": %d, "user": "dana@firm.example", "password": "%s"}}
                """.formatted(name, host, IMAP.getImaps().getPort(), password);
    }
}
