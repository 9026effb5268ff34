package io.tenth.assistant.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.assistant.ToolAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** How much of what tools give stands in an answer. */
class AnswerTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final List<ObjectNode> chunks = new ArrayList<>();
    private final Answer answer = new Answer("1", JSON.arrayNode(), chunks::add);

    private record Result() {}

    @Test
    void showsAResultAsItIs() {
        assertThat(shown(results(150)).toString()).isEqualTo(results(150).toString());
    }

    @Test
    void showsTheBeginningOfALongResult() {
        var shown = shown(results(1_000).put("omitted", 5));

        assertThat(shown.path("results").size()).isEqualTo(50);
        assertThat(shown.path("omitted").asInt()).isEqualTo(955);
        assertThat(shown.path("found").asInt()).isEqualTo(7);
        assertThat(chunks.getLast().at("/output/result")).isEqualTo(shown);
    }

    @Test
    void showsOnlyTheWordsOfWhatHasNoEnd() {
        assertThat(shown(results(1).put("other", "x".repeat(300_000))).isNull()).isTrue();
        assertThat(answer.parts().path(0).at("/output/text").asString())
                .isEqualTo("Found. It is too long to be shown here.");
    }

    @Test
    void showsNoMoreThanAMegabyteOfAllResultsTogether() {
        IntStream.range(0, 100).forEach(number -> shown(results(180)));

        assertThat(answer.parts().toString()).hasSizeBetween(800_000, 1_100_000);
    }

    private JsonNode shown(ObjectNode result) {
        var call = "call_" + answer.parts().size();
        answer.call(call, "scan_billable_time");
        answer.became(call, new ToolAnswer.Done(new Result(), result, NullNode.instance, "Found."));
        return answer.parts().path(answer.parts().size() - 1).at("/output/result");
    }

    private static ObjectNode results(int count) {
        var result = JSON.objectNode().put("found", 7);
        var items = result.putArray("results");
        IntStream.range(0, count).forEach(number -> items.addObject().put("evidence", "x".repeat(1_000)));
        return result;
    }
}
