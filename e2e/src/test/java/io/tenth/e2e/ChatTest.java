package io.tenth.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person and their assistant: on the page, mostly by the keyboard, without a language model and with one that never ends. */
class ChatTest {

    private static final Pattern CONVERSATION = Pattern.compile(".*/chat/[0-9a-f-]{36}");
    private static final String HALF_AN_ANSWER = """
            data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":\
            {"role":"assistant","content":"[Half](https://evil.example) <img src=x> of"},"finish_reason":null}]}

            """;

    /** Buttons and fields that nobody could name, pictures without words, ids that are there twice, and a second h1. */
    private static final String NAMELESS = """
            () => {
              const named = e => (e.getAttribute('aria-label') ?? e.labels?.[0]?.textContent ?? e.textContent).trim() !== '';
              const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
              return [
                ...[...document.querySelectorAll('button, a, textarea, input:not([type=hidden]), summary')].filter(e => !named(e)),
                ...document.querySelectorAll('img:not([alt]), [tabindex]:not([tabindex="0"]):not([tabindex="-1"])'),
                ...[...document.querySelectorAll('[aria-labelledby], [aria-describedby]')].filter(e =>
                  !document.getElementById(e.getAttribute('aria-labelledby') ?? e.getAttribute('aria-describedby'))),
                ...[...document.querySelectorAll('h1')].slice(1),
              ].map(e => e.outerHTML).concat(ids.filter((id, at) => ids.indexOf(id) !== at));
            }""";

    @TempDir
    private Path home;

    @Test
    void answersPlainRequestsAndAsksBeforeItChangesAnything() throws Exception {
        try (var server = RunningServer.start(home);
                var browser = Browser.start()) {
            var page = signedIn(server, browser);
            assertThat(page.locator("#model-state")).containsText("No language model is connected");
            assertThat(page.locator("#message")).isFocused();

            say(page, "How many hours last week by client?");
            var cards = page.locator("tool-card");
            assertThat(cards.first()).hasAttribute("data-state", "output-available");
            assertThat(cards.first()).containsText("group by");
            assertThat(page).hasURL(CONVERSATION);
            assertThat(page.locator("#announcement")).containsText("hours approved");

            declinesByKeyboard(page);
            approvesAfterAReload(page);
            assertThat((Iterable<?>) page.evaluate(NAMELESS)).isEmpty();

            renamesExportsAndDeletes(page);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void findsBackToAnAnswerThatIsUnderWayAndStopsIt() throws Exception {
        var ended = new CountDownLatch(1);
        var model = endlessModel(ended);
        var address = "http://127.0.0.1:" + model.getAddress().getPort() + "/v1";
        var settings = Map.of("OPENAI_BASE_URL", address, "OPENAI_MODEL", "m", "OPENAI_NETWORK", "inside");
        try (var server = RunningServer.start(home, settings);
                var browser = Browser.start()) {
            var page = signedIn(server, browser);
            button(page, "Let the model take part").press("Enter");
            assertThat(page.locator("#model-state")).containsText("A language model takes part");

            say(page, "Tell me a story");
            assertThat(page.locator(".said.assistant .words")).hasText("[Half](https://evil.example) <img src=x> of");
            page.reload();
            assertThat(page.locator(".said.assistant .words")).hasText("[Half](https://evil.example) <img src=x> of");
            assertThat(page.locator("#log").locator("a, img")).hasCount(0);
            assertThat(page.locator("#stop")).isVisible();

            page.keyboard().press("Escape");
            assertThat(page.locator("#send")).isVisible();
            assertThat(page.locator("#message")).isFocused();
            assertThat(browser.complaints()).isEmpty();
        } finally {
            ended.countDown();
            model.stop(0);
        }
    }

    @Test
    void putsWordsThatDidNotArriveBackIntoTheField() throws Exception {
        try (var server = RunningServer.start(home);
                var browser = Browser.start()) {
            var page = signedIn(server, browser);
            page.context().setOffline(true);
            say(page, "Show my settings");
            assertThat(page.locator("#chat-state")).containsText("The connection broke off");

            page.context().setOffline(false);

            assertThat(page.locator("#chat-refusal")).containsText("this was not sent");
            assertThat(page.locator("#message")).hasValue("Show my settings");
            assertThat(page.locator("#log .said")).hasCount(0);
            page.locator("#message").press("Enter");
            assertThat(page.locator("tool-card")).hasAttribute("data-state", "output-available");
            assertThat(page).hasURL(CONVERSATION);
        }
    }

    private static Page signedIn(RunningServer server, Browser browser) throws Exception {
        FirstAccount.make(server);
        var page = browser.newPerson();
        page.navigate(server.address() + "/sign-in");
        page.getByLabel("E-mail address").fill(FirstAccount.EMAIL);
        page.getByLabel("Password").fill(FirstAccount.PASSWORD);
        page.keyboard().press("Enter");
        page.locator("nav.places")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Assistant"))
                .press("Enter");
        return page;
    }

    /** Shift and Enter make a new line, Enter sends. */
    private static void say(Page page, String words) {
        page.locator("#message").focus();
        page.keyboard().type(words);
        page.keyboard().press("Shift+Enter");
        assertThat(page.locator("#message")).hasValue(words + "\n");
        page.keyboard().press("Enter");
        assertThat(page.locator("#message")).hasValue("");
    }

    private static void declinesByKeyboard(Page page) {
        say(page, "Round up to 6 minutes");
        var card = page.locator("tool-card").last();
        assertThat(card).hasAttribute("data-state", "approval-requested");
        assertThat(page.locator("#announcement")).containsText("waits for your yes");
        assertThat(page.locator("#send")).isVisible();

        page.locator("#message").focus();
        page.keyboard().press("Shift+Tab");
        assertThat(card.getByText("Decline")).isFocused();
        page.keyboard().press("Enter");
        assertThat(card).hasAttribute("data-state", "output-denied");
        assertThat(page.locator("#message")).isFocused();
        assertThat(page.locator("#send")).isVisible();
    }

    /** The other page of the same person names what waits here. */
    private static void approvesAfterAReload(Page page) {
        say(page, "Start the timer");
        assertThat(page.locator("tool-card").last()).hasAttribute("data-state", "approval-requested");
        var conversation = page.url();
        page.navigate(conversation.replaceAll("/chat/.*", "/chat#waiting"));
        assertThat(page.locator("#waiting")).containsText("Start the timer");
        page.locator("#waiting")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Open the conversation"))
                .press("Enter");
        assertThat(page).hasURL(conversation);

        var card = page.locator("tool-card").last();
        card.getByText("Approve").press("Enter");
        assertThat(card).hasAttribute("data-state", "output-available");
        assertThat(card).containsText("running");
        assertThat(page.locator("#send")).isVisible();
    }

    private static void renamesExportsAndDeletes(Page page) {
        button(page, "Rename").press("Enter");
        page.locator("#new-title").fill("Rounding & the timer");
        page.keyboard().press("Enter");
        assertThat(page.locator("#title")).hasText("Rounding & the timer");
        assertThat(page.locator("#conversations [aria-current]")).hasText("Rounding & the timer");

        var export = page.request().get(page.url() + "/export");
        assertThat(export.text()).contains("# Conversation", "    How many hours last week by client?");

        button(page, "Delete").press("Enter");
        button(page.locator("#deletion"), "Delete").press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/chat"));
        assertThat(page.locator("#conversations li")).hasCount(0);
    }

    private static Locator button(Page page, String name) {
        return button(page.locator("main"), name);
    }

    private static Locator button(Locator where, String name) {
        return where.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    /** Says half a sentence, and then nothing until it is over. */
    private static HttpServer endlessModel(CountDownLatch ended) throws IOException {
        var model = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        model.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        model.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(HALF_AN_ANSWER.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            try {
                ended.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        model.start();
        return model;
    }
}
