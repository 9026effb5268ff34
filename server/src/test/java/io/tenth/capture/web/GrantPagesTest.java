package io.tenth.capture.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.Browser;
import io.tenth.ServerTest;
import io.tenth.identity.Account;
import io.tenth.mail.Connecting;
import io.tenth.mail.Connection;
import io.tenth.mail.Mailbox;
import io.tenth.mail.MailboxKind;
import io.tenth.mail.MailboxState;
import io.tenth.mail.Mailboxes;
import io.tenth.mail.NewMailbox;
import io.tenth.mail.RemoteMail;
import io.tenth.mail.SampleMessage;
import io.tenth.mail.gmail.FakeGmail;
import io.tenth.mail.graph.FakeGraph;
import io.tenth.mail.oauth.FakeProvider;
import io.tenth.shared.Demand;
import io.tenth.store.Rows;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** People sign in at a provider, which is one that we play, and come back. */
class GrantPagesTest extends ServerTest {

    private static final FakeGmail GMAIL = new FakeGmail();
    private static final FakeGraph GRAPH = new FakeGraph();

    @Autowired
    private Mailboxes mailboxes;

    @Autowired
    private Connecting connecting;

    @Autowired
    private RemoteMail remote;

    private Account account;
    private Browser browser;

    @DynamicPropertySource
    static void providers(DynamicPropertyRegistry registry) {
        registry.add("tenth.post.public-url", () -> "https://time.firm.example");
        registry.add("tenth.mail.gmail.client-id", () -> FakeProvider.CLIENT);
        registry.add("tenth.mail.gmail.client-secret", () -> FakeProvider.SECRET);
        registry.add("tenth.mail.gmail.api-url", () -> GMAIL.at(""));
        registry.add("tenth.mail.gmail.sign-in-url", () -> GMAIL.at("/sign-in"));
        registry.add("tenth.mail.gmail.token-url", () -> GMAIL.at("/token"));
        registry.add("tenth.mail.gmail.revoke-url", () -> GMAIL.at("/revoke"));
        registry.add("tenth.mail.graph.client-id", () -> FakeProvider.CLIENT);
        registry.add("tenth.mail.graph.client-secret", () -> FakeProvider.SECRET);
        registry.add("tenth.mail.graph.api-url", () -> GRAPH.at(""));
        registry.add("tenth.mail.graph.sign-in-url", () -> GRAPH.at(""));
    }

    @AfterAll
    static void stop() {
        GMAIL.close();
        GRAPH.close();
    }

    @BeforeEach
    void signIn() {
        GMAIL.belongTo(FakeProvider.PERSON);
        account = newPerson();
        browser = browser(account);
        browser.get("/mailboxes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gmail", "graph"})
    void connectsAMailboxByASignInAtItsProvider(String kind) {
        assertThat(browser.get("/mailboxes").text()).contains("Connect Gmail", "Connect Microsoft 365");

        var link = link("/mailboxes/sign-in/" + kind);
        var page = browser.get(back(kind.equals("gmail") ? GMAIL : GRAPH, link));

        assertThat(link.toString()).doesNotContain(FakeProvider.SECRET).contains("time.firm.example");
        assertThat(page.path()).isEqualTo("/mailboxes");
        assertThat(page.text())
                .contains("connected", "dana@firm.example at " + (kind.equals("gmail") ? "Gmail" : "Microsoft 365"));
        assertThat(new Rows(database()).texts("""
                        SELECT encode(connection, 'escape') FROM mailboxes WHERE user_id = ?
                        """, account.id().value()))
                .singleElement()
                .satisfies(kept -> assertThat(kept).doesNotContain("refresh-", "access-", "dana"));
    }

    @Test
    void sendsABrowserThatComesFromElsewhereOnceMore() {
        var back = back(GMAIL, link("/mailboxes/sign-in/gmail"));

        var first = browser().get(back);

        assertThat(first.status()).isEqualTo(200);
        var refresh = first.response().headers().firstValue("Refresh").orElseThrow();
        var again = refresh.substring("0; url=".length());
        assertThat(again).startsWith("/mailboxes/callback?");
        assertThat(browser().get(again).path()).isEqualTo("/sign-in");
        assertThat(browser.get(again).text()).contains("dana@firm.example at Gmail");
    }

    @Test
    void endsASignInOnlyWhereItWasBegun() {
        var back = back(GMAIL, link("/mailboxes/sign-in/gmail"));

        for (var stranger : List.of(browser(newPerson()), browser(account))) {
            var refused = stranger.get(back);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text()).contains("begun by somebody else or in another browser");
        }
        assertThat(browser.get(back.replaceAll("state=[^&]+", "state=x")).status())
                .isEqualTo(422);
        clock().advance(Duration.ofMinutes(16));
        assertThat(browser.get(back).text()).contains("took too long");
        clock().advance(Duration.ofMinutes(-16));
        assertThat(mailboxes.all(account.person())).isEmpty();
        assertThat(browser.get(back).text()).contains("dana@firm.example at Gmail");
        assertThat(browser.get(back).status()).as("the same code a second time").isEqualTo(422);
    }

    @Test
    void saysThatNothingWasConnectedWhereThePersonRefuses() {
        var page = browser.get("/mailboxes/callback?error=access_denied&state=x");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("did not let Tenth read the mailbox");
    }

    @Test
    void isConnectedAnewByASignInToTheSameAccountAlone() {
        browser.get(back(GMAIL, link("/mailboxes/sign-in/gmail")));
        var mailbox = only();
        GMAIL.revoke();
        mailboxes.noteState(mailbox.id(), MailboxState.RECONNECT, "The grant has ended.", account.person());
        var again = "/mailboxes/" + mailbox.id().value() + "/sign-in";
        assertThat(browser.get("/mailboxes").body()).contains("The grant has ended.", again);

        GMAIL.belongTo("lee@firm.example");
        assertThat(browser.get(back(GMAIL, link(again))).text()).contains("another account");
        GMAIL.belongTo(FakeProvider.PERSON);
        var page = browser.get(back(GMAIL, link(again)));

        assertThat(page.text()).contains("connected").doesNotContain("The grant has ended.");
        assertThat(only().id()).isEqualTo(mailbox.id());
    }

    @Test
    void keepsTheTokensThatAProviderGivesWhileMailIsRead() throws Exception {
        browser.get(back(GRAPH, link("/mailboxes/sign-in/graph")));
        var before = (Connection.Grant)
                mailboxes.connection(only().id(), account.person()).connection();
        GRAPH.send("Contract", clock().instant(), SampleMessage.of("Contract", clock().instant()));
        GRAPH.endAccessTokens();

        try (var session = remote.open(mailboxes.connection(only().id(), account.person()), account.person())) {
            assertThat(session.sentSince(clock().instant().minus(Duration.ofDays(1)), null)
                            .references())
                    .isNotEmpty();
        }

        var after = (Connection.Grant)
                mailboxes.connection(only().id(), account.person()).connection();
        assertThat(after.refreshToken()).isNotEqualTo(before.refreshToken());
        assertThat(api(account).get("/api/mailboxes").text("/items/0/connection/user"))
                .isEqualTo("dana@firm.example");
    }

    @Test
    void givesAGrantBackWithTheLastMailboxOfItsAccount() {
        browser.get(back(GMAIL, link("/mailboxes/sign-in/gmail")));
        var first = only().id();
        var grant =
                (Connection.Grant) mailboxes.connection(first, account.person()).connection();
        var second = connecting.connect(new NewMailbox("Second", MailboxKind.GMAIL, grant), account.person());
        mailboxes.remove(second, Demand.ANY, account.person());
        assertThat(GMAIL.isGranted(grant)).isTrue();

        mailboxes.remove(first, Demand.ANY, account.person());

        var rows = new Rows(database());
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(rows.operations(account.id().value())).containsOnlyOnce("mailbox.grant_returned"));
        assertThat(GMAIL.isGranted(grant)).isFalse();
    }

    private Mailbox only() {
        var all = mailboxes.all(account.person());
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    /** Where a page sends the browser for the sign-in. */
    private URI link(String path) {
        return browser.get(path).response().uri();
    }

    /** The person agrees, and is sent back. */
    private static String back(FakeProvider provider, URI link) {
        var back = provider.agree(link);
        return back.getRawPath() + "?" + back.getRawQuery();
    }
}
