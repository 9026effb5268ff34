package io.tenth.capture.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import io.tenth.Browser;
import io.tenth.ServerTest;
import io.tenth.identity.Account;
import io.tenth.mail.MailboxState;
import io.tenth.mail.Mailboxes;
import io.tenth.mail.imap.LocalImap;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MailboxPagesTest extends ServerTest {

    private static final GreenMail IMAP = LocalImap.newServer();

    @Autowired
    private Mailboxes mailboxes;

    private Account account;
    private Browser browser;

    @BeforeAll
    static void startTheMailServer() {
        LocalImap.start(IMAP, "dana@firm.example", "right");
    }

    @AfterAll
    static void stopTheMailServer() {
        IMAP.stop();
    }

    @BeforeEach
    void openThePage() {
        account = newPerson();
        browser = browser(account);
        assertThat(browser.get("/mailboxes").text()).contains("No mailbox yet");
    }

    @Test
    void connectsAMailboxAndShowsHowItStands() {
        var page = browser.post("/mailboxes", imap("right"));

        assertThat(page.path()).isEqualTo("/mailboxes");
        assertThat(page.text())
                .contains("Dana &amp; firm", "connected", "dana@firm.example at localhost", "not read yet");
    }

    @Test
    void keepsWhatWasTypedButThePasswordWhenItIsRefused() {
        var page = browser.post("/mailboxes", imap("wrong-one"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("does not take this user and password");
        assertThat(page.body())
                .contains("value=\"Dana &amp; firm\"", "value=\"localhost\"")
                .doesNotContain("wrong-one");
    }

    @Test
    void asksToBeConnectedAnewAndIs() {
        browser.post("/mailboxes", imap("right"));
        var mailbox = mailboxes.all(account.person()).getFirst();
        mailboxes.noteState(mailbox.id(), MailboxState.RECONNECT, "The grant has ended.", account.person());
        assertThat(browser.get("/mailboxes").text()).contains("reconnect", "The grant has ended.");

        var address = "/mailboxes/" + mailbox.id().value();
        assertThat(browser.post(address, Map.of("password", "wrong")).text()).contains("does not take this user");
        assertThat(browser.post(address, Map.of("password", "right")).text())
                .contains("connected")
                .doesNotContain("The grant has ended.");
    }

    @Test
    void readsAMailboxAtOnce() {
        browser.post("/mailboxes", imap("right"));
        var mailbox = mailboxes.all(account.person()).getFirst();
        var address = "/mailboxes/" + mailbox.id().value() + "/scans";

        assertThat(browser.get("/mailboxes").body()).contains("Read Dana &amp; firm now");
        assertThat(browser.post(address, Map.of("days", "31")).text()).contains("1 to 30 days");
        assertThat(browser.post(address, Map.of("days", "7")).path()).startsWith("/mail/scans/");
    }

    @Test
    void removesAMailbox() {
        browser.post("/mailboxes", imap("right"));
        var id = mailboxes.all(account.person()).getFirst().id().value();

        assertThat(browser.post("/mailboxes/" + id + "/removal", Map.of()).text())
                .contains("No mailbox yet");
    }

    @Test
    void watchesAFolder() throws IOException {
        Files.createDirectories(mailFolder(account));

        var page = browser.post("/mailboxes", Map.of("kind", "folder", "name", "Archive", "path", ""));

        assertThat(page.text()).contains("Archive", "folder " + account.id().value());
    }

    private static Map<String, String> imap(String password) {
        return Map.of(
                "kind", "imap",
                "name", "Dana & firm",
                "host", "localhost",
                "port", Integer.toString(IMAP.getImaps().getPort()),
                "security", "tls",
                "user", "dana@firm.example",
                "password", password);
    }
}
