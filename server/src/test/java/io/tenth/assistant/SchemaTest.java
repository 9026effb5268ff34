package io.tenth.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenth.shared.DomainException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What a model is told of a tool, and what it may send. */
class SchemaTest {

    /** The arguments of no tool. */
    record Sample(
            @Described(value = "How many.", least = 1, most = 30) @Nullable
            Integer howMany,

            @Described(
                    value = "Which.",
                    words = {"one", "other"})
            @Nullable
            List<String> which,

            @Described(value = "A text.", least = 1, most = 3) @Nullable
            String text) {}

    static List<ToolDescription<?, ?>> tools() {
        return Tools.DESCRIPTIONS;
    }

    @ParameterizedTest
    @MethodSource("tools")
    void isStrictAtEveryLevelOfEveryTool(ToolDescription<?, ?> tool) {
        assertStrict(tool.inputSchema());
        assertStrict(tool.outputSchema());
    }

    @ParameterizedTest
    @MethodSource("tools")
    void describesEveryArgument(ToolDescription<?, ?> tool) {
        tool.inputSchema()
                .required("properties")
                .properties()
                .forEach(
                        field -> assertThat(field.getValue().path("description").asString(""))
                                .as("%s.%s", tool.name(), field.getKey())
                                .isNotBlank());
        assertThat(tool.text()).hasSizeBetween(50, 1024);
        assertThat(tool.name()).matches("[a-z_]{1,64}");
    }

    @ParameterizedTest
    @MethodSource("tools")
    void isTheSameEachTime(ToolDescription<?, ?> tool) {
        assertThat(tool.inputSchema().toString()).isEqualTo(tool.inputSchema().toString());
    }

    @Test
    void saysRangesAndWords() {
        assertThat(Schema.of(Sample.class).toString()).isEqualTo("""
                {"type":"object","properties":{\
                "how_many":{"type":["integer","null"],"minimum":1,"maximum":30,"description":"How many."},\
                "which":{"type":["array","null"],"items":{"type":"string","enum":["one","other"]},"description":"Which."},\
                "text":{"type":["string","null"],"description":"A text."}},\
                "required":["how_many","which","text"],"additionalProperties":false}""");
    }

    @Test
    void refusesWhatIsOutOfRangeByName() {
        assertRefused(new Sample(31, null, null), "how_many is 1 to 30.");
        assertRefused(new Sample(null, List.of("one", "third"), null), "which is one of one, other.");
        assertRefused(new Sample(null, null, "four"), "text is 1 to 3 characters long.");
        Arguments.check(new Sample(30, List.of("other"), "two"));
        Arguments.check(new Sample(null, null, null));
    }

    private static void assertRefused(Record arguments, String sentence) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> Arguments.check(arguments))
                .withMessage(sentence);
    }

    private static void assertStrict(JsonNode schema) {
        if (schema.has("properties")) {
            assertThat(schema.required("additionalProperties").asBoolean()).isFalse();
            assertThat(schema.required("required").valueStream().map(JsonNode::asString))
                    .containsExactlyElementsOf(schema.required("properties").propertyNames());
        }
        schema.forEach(SchemaTest::assertStrict);
    }
}
