package io.tenth.assistant.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.store.Rows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** What was said is kept, though the node that says it dies, the database is away, or a person decides elsewhere meanwhile. */
@Timeout(90)
class KeptTurnsTest extends ModelServerTest {

    private static final int ALWAYS = 1_000;

    @Autowired
    private Turns turns;

    private final Rows rows = new Rows(database());

    /** A write can be made to fail as it does where the database is away: a number of times. */
    @BeforeEach
    void makeWritesThatFail() {
        rows.update("CREATE SEQUENCE tries");
        rows.update("CREATE FUNCTION fails() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN"
                + " IF nextval('tries') <= TG_ARGV[0]::bigint THEN RAISE EXCEPTION 'away'; END IF; RETURN NEW; END $$");
    }

    @AfterEach
    void makeThemWork() {
        rows.update("DROP FUNCTION fails() CASCADE");
        rows.update("DROP SEQUENCE tries");
    }

    @Test
    void keepsTheAnswerThatADeadNodeWasGoingOnWith() {
        MODEL.conduct((request, wire) -> {
            wire.text("Let me ask.");
            wire.call(0, "start_timer", "{}");
            wire.call(1, "configure_time_tracking", "{\"rounding\": \"up\"}");
            wire.finish("tool_calls");
        });
        var asked = talk.say("Start the timer, and round up");
        makeTheNodeDie();

        assertThat(talk.resume().answer().status()).isEqualTo(204);

        assertThat(talk.kept().path("parts").toString()).contains("Let me ask.", "broke off");
        assertThat(talk.kept().at("/metadata/door").asString()).isEqualTo("chat");
        MODEL.conduct((request, wire) -> wire.says("Well."));
        assertThat(talk.decide(asked.waits(), true).text()).isEqualTo("Well.");
        assertThat(api.get("/api/time-entries/active").status()).isEqualTo(200);
        assertThat(Conversation.asks(parts())).hasSize(1);
    }

    @Test
    void keepsWhatWasDecidedElsewhereWhileTheAnswerWasGiven() {
        MODEL.conduct((request, wire) -> wire.calls("start_timer", "{}"));
        var asked = talk.say("Start the timer");
        var unaware = parts();
        rows.update(
                "UPDATE chat_turns SET is_over = FALSE, leased_until = now() + INTERVAL '1 year' WHERE user_id = ?",
                account.id().value());
        var turn = turns.running(account.person()).orElseThrow();
        api.post("/api/assistant/waiting/" + asked.waits(), "{\"approved\": true}");

        turns.end(turn, new Conversations.Written(turn.message(), "chat", unaware, null), account.person());

        assertThat(Conversation.asks(parts())).isEmpty();
        assertThat(parts().toString()).contains("output-available", "It was done.");
    }

    @Test
    void keepsAnAnswerOfWhichNothingCouldBeStoredOnTheWay() {
        failing("turn_chunks", ALWAYS);

        assertThat(talk.say("Hello").text()).isEqualTo("Hello.");

        assertThat(parts().toString()).contains("Hello.");
        assertThat(talk.say("Hello again").text()).isEqualTo("Hello.");
    }

    @Test
    void keepsAnAnswerAtTheSecondTry() {
        MODEL.conduct((request, wire) -> {
            failing("conversation_messages", 1);
            wire.says("Hello.");
        });

        assertThat(talk.say("Hello").text()).isEqualTo("Hello.");

        assertThat(parts().toString()).contains("Hello.");
        assertThat(tries()).isEqualTo(2);
    }

    @Test
    void tellsWhoListensFromAfarAllThoughAWriteHasFailed() throws Exception {
        failing("turn_chunks", 1);
        MODEL.conduct((request, wire) -> {
            wire.text("First");
            while (tries() < 2) {
                wire.text(".");
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
            wire.says("Last.");
        });

        var heard = talk.say("Talk");

        assertThat(heard.text()).startsWith("First.").endsWith("Last.");
        assertThat(text(new Followers.FromAfar(turn(), turns, account.person())))
                .isEqualTo(heard.text());
    }

    @Test
    void storesNothingMoreOfATurnWhoseConversationIsGone() {
        talk.say("Hello");
        var turn = turn();
        api.delete("/api/conversations/" + talk.id());

        turns.put(turn, 99, List.of("{}"), account.person());

        assertThat(turns.batches(turn, 0, account.person())).isEmpty();
    }

    private void makeTheNodeDie() {
        rows.update(
                "UPDATE chat_turns SET is_over = FALSE, leased_until = now() - INTERVAL '1 year',"
                        + " turn_id = gen_random_uuid() WHERE user_id = ?",
                account.id().value());
    }

    private void failing(String table, int times) {
        rows.update("CREATE TRIGGER fails BEFORE INSERT ON " + table + " FOR EACH ROW WHEN (NEW.user_id = '"
                + account.id().value() + "') EXECUTE FUNCTION fails(" + times + ")");
    }

    private int tries() {
        return Integer.parseInt(rows.texts("SELECT (CASE WHEN is_called THEN last_value ELSE 0 END)::text FROM tries")
                .getFirst());
    }

    private UUID turn() {
        return UUID.fromString(rows.texts(
                        "SELECT turn_id::text FROM chat_turns WHERE user_id = ?",
                        account.id().value())
                .getFirst());
    }

    private ArrayNode parts() {
        return talk.kept().path("parts").asArray();
    }

    private static String text(Follower follower) throws InterruptedException {
        var chunks = new ArrayList<String>();
        while (!follower.isOver()) {
            chunks.addAll(follower.next(Duration.ofSeconds(5)));
        }
        return String.join(
                "",
                chunks.stream()
                        .map(chunk -> JsonMapper.shared()
                                .readTree(chunk)
                                .path("delta")
                                .asString(""))
                        .toList());
    }
}
