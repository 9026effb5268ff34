package io.tenth.model;

import io.tenth.shared.WorkType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an answer and believes nothing of it but what was asked for. A verdict with a field too much, one too few, another type, an
 * id or a word that was not given is none, and neither is one of two on the same passage; its neighbours count all the same. An
 * answer that is no such list is refused as a whole.
 */
final class Reply {

    private static final Set<String> FIELDS = Set.of("id", "worked", "kind", "matter");
    private static final Map<String, WorkType> KINDS =
            Arrays.stream(WorkType.values()).collect(Collectors.toMap(WorkType::key, kind -> kind));
    private static final int DEEPEST = 20;
    private static final int LONGEST_NUMBER = 100;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Reply() {}

    /** What became of each question, in their order. */
    static List<Answer> read(byte[] body, List<Question> questions) throws ModelException {
        var given = verdicts(tree(content(body)), questions);
        return IntStream.range(0, questions.size())
                .mapToObj(number -> given.get(Prompt.passageId(number)))
                .map(Reply::answer)
                .toList();
    }

    private static Answer answer(@Nullable Verdict verdict) {
        return verdict == null ? new Answer.Missing(Trouble.GARBLED) : new Answer.Given(verdict);
    }

    /** The words of the model, where it has come to its end, does not refuse, and calls no tool. */
    private static byte[] content(byte[] body) throws ModelException {
        var choice = tree(body).at("/choices/0");
        var message = choice.path("message");
        var content = message.path("content");
        var calls = message.path("tool_calls");
        if (!content.isString()
                || message.path("refusal").isString()
                || !(calls.isMissingNode() || calls.isNull() || calls.isEmpty())
                || !"stop".equals(choice.path("finish_reason").asString(""))) {
            throw ModelException.garbled();
        }
        return content.stringValue().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode tree(byte[] text) throws ModelException {
        try {
            return JSON.readTree(text);
        } catch (JacksonException noJson) {
            throw ModelException.garbled();
        }
    }

    private static Map<String, Verdict> verdicts(JsonNode content, List<Question> questions) throws ModelException {
        var list = content.path("verdicts");
        if (!content.isObject() || content.size() != 1 || !list.isArray()) {
            throw ModelException.garbled();
        }
        var found = new HashMap<String, Verdict>();
        var seen = new HashSet<String>();
        for (var one : list) {
            var id = one.path("id").asString("");
            if (seen.add(id)) {
                verdict(one, questions).ifPresent(verdict -> found.put(id, verdict));
            } else {
                found.remove(id);
            }
        }
        return found;
    }

    private static Optional<Verdict> verdict(JsonNode one, List<Question> questions) {
        return question(one, questions).flatMap(question -> {
            var worked = one.path("worked");
            var kind = one.path("kind").isString() ? KINDS.get(one.path("kind").stringValue()) : null;
            var matter = matter(one.path("matter"), question);
            return one.size() == FIELDS.size() && worked.isBoolean() && kind != null && matter.isPresent()
                    ? Optional.of(new Verdict(
                            worked.booleanValue(), kind, matter.get().words()))
                    : Optional.empty();
        });
    }

    private static Optional<Question> question(JsonNode one, List<Question> questions) {
        var id = one.path("id");
        return IntStream.range(0, questions.size())
                .filter(number -> id.isString() && Prompt.passageId(number).equals(id.stringValue()))
                .mapToObj(questions::get)
                .findFirst();
    }

    private record Choice(@Nullable String words) {}

    /** The matter that is chosen; empty where the answer names none that was given. */
    private static Optional<Choice> matter(JsonNode named, Question question) {
        if (!named.isString()) {
            return Optional.empty();
        }
        if (named.stringValue().equals(Prompt.NONE)) {
            return Optional.of(new Choice(null));
        }
        return IntStream.range(0, question.matters().size())
                .filter(number -> Prompt.matterId(number).equals(named.stringValue()))
                .mapToObj(number -> new Choice(question.matters().get(number)))
                .findFirst();
    }
}
