package io.tenth.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.Browser;
import io.tenth.ServerTest;
import io.tenth.assistant.talk.Conversations;
import io.tenth.assistant.talk.Talk;
import io.tenth.identity.Account;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of the assistant without its scripts: the list, what one does with a conversation, and what waits for a yes. */
class ChatPagesTest extends ServerTest {

    private static final String QUESTION = "How many hours last week?";

    @Autowired
    private Conversations conversations;

    private Account account;
    private ApiClient api;
    private Browser browser;

    @BeforeEach
    void signIn() {
        account = newPerson();
        api = api(account);
        browser = browser(account);
    }

    @Test
    void listsRenamesExportsAndDeletesAConversation() {
        assertThat(browser.get("/chat").text()).contains("None yet.").contains("No language model is connected");
        var talk = new Talk(api);
        talk.say(QUESTION);
        var page = "/chat/" + talk.id();
        assertThat(browser.get("/chat").text()).contains(QUESTION).doesNotContain("None yet.");

        assertThat(browser.post(page + "/title", Map.of("title", "Hours <b>of</b> the week"))
                        .body())
                .contains("Hours &lt;b&gt;of&lt;/b&gt; the week");
        var exported = browser.get(page + "/export?form=text");
        assertThat(exported.response().headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"conversation-" + talk.id() + ".md\"");
        assertThat(exported.body()).contains(QUESTION).contains("hours");
        assertThat(browser.get(page + "/export?form=json").body()).contains("\"tool-get_time_tracking_summary\"");
        assertThat(browser.get(page + "/export?form=pdf").status()).isEqualTo(422);

        assertThat(browser.post(page + "/deletion", Map.of()).path()).isEqualTo("/chat");
        assertThat(browser.get(page).status()).isEqualTo(404);
    }

    @Test
    void showsNobodyTheConversationOfAnother() {
        var talk = new Talk(api(newPerson()));
        talk.say(QUESTION);

        assertThat(browser.get("/chat").text()).doesNotContain(QUESTION);
        for (var way : new String[] {"", "/export"}) {
            assertThat(browser.get("/chat/" + talk.id() + way).status()).isEqualTo(404);
        }
        browser.get("/chat");
        assertThat(browser.post("/chat/" + talk.id() + "/title", Map.of("title", "Mine"))
                        .status())
                .isEqualTo(404);
        assertThat(browser.post("/chat/" + talk.id() + "/deletion", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void asksForTheYesThatAProgramWaitsFor() {
        var waits = program().post("/api/tools/start_timer", "{}");
        assertThat(waits.status()).isEqualTo(202);
        assertThat(browser.get("/chat").text())
                .contains("Start the timer: other, billable.")
                .contains("A program of yours");

        var decision = "/chat/waiting/" + waits.text("/call_id");
        assertThat(browser.change(decision, Map.of("approved", "true")).text()).contains("Done. ");
        assertThat(api.get("/api/time-entries/active").status()).isEqualTo(200);
        assertThat(browser.change(decision, Map.of("approved", "true")).text())
                .contains("decided already: it was done");
        assertThat(browser.get("/chat").text()).doesNotContain("A program of yours");
    }

    @Test
    void leavesUndoneWhatIsDeclined() {
        var waits = program().post("/api/tools/start_timer", "{}");
        browser.get("/chat");

        assertThat(browser.change("/chat/waiting/" + waits.text("/call_id"), Map.of("approved", "false"))
                        .text())
                .contains("nothing was done");
        assertThat(api.get("/api/time-entries/active").status()).isEqualTo(204);
    }

    /** What waits in a conversation is decided there, so that its answer goes on. */
    @Test
    void leadsToTheConversationInWhichACallWaits() {
        var talk = new Talk(api);
        talk.say("Round up to 6 minutes");

        assertThat(browser.get("/chat").body()).contains("href=\"/chat/" + talk.id() + "\">Open the conversation");
        assertThat(browser.get("/chat/" + talk.id()).text()).doesNotContain("Waits for your yes");
    }

    @Test
    void asksForWhatNoConversationAsksForAnyMore() {
        var talk = new Talk(api);
        var asked = talk.say("Round up to 6 minutes");
        talk.again();
        var decision = "/chat/waiting/" + asked.waits();

        assertThat(browser.get("/chat").body()).contains("action=\"" + decision);
        assertThat(browser.get("/chat/" + talk.id()).body()).contains("action=\"" + decision);
        assertThat(browser.change(decision, Map.of("approved", "false")).text()).contains("nothing was done");
        assertThat(browser.get("/chat/" + talk.id()).text()).doesNotContain("Waits for your yes");
    }

    @Test
    void loadsWhatWasSaidLast() {
        var talk = UUID.randomUUID();
        IntStream.rangeClosed(1, 60).forEach(number -> conversations.ask(talk, "Words " + number, account.person()));

        var messages = browser.get("/chat/" + talk + "/messages").body();

        assertThat(messages)
                .contains("\"cut\":true", "Words 11\"", "Words 60\"")
                .doesNotContain("Words 10\"");
        assertThat(api.get("/api/conversations/" + talk).json().path("messages").size())
                .isEqualTo(60);
    }

    /** So the page knows that its first words have not arrived, and that nobody has taken them for refused. */
    @Test
    void loadsNothingOfAConversationThatIsNotBegun() {
        var answer = browser.get("/chat/" + UUID.randomUUID() + "/messages");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"messages\":[],\"cut\":false}");
    }

    private ApiClient program() {
        var made = api.post(
                "/api/users/me/tokens",
                "{\"current_password\": \"" + PASSWORD + "\", \"name\": \"Program\", \"scopes\": [\"time:write\"]}");
        return api().withToken(made.text("/token"));
    }
}
