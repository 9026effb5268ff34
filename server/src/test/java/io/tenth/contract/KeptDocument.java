package io.tenth.contract;

import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The document as it is kept in {@code docs/api/openapi.yaml} and served, and what it promises of an answer. */
public final class KeptDocument {

    static final Path FILE = Path.of("..", "docs", "api", "openapi.yaml");

    /** What is at odds with it, for people. */
    static final String REWRITE = "If that is meant, write docs/api/openapi.yaml anew: docs/api/README.md says how.";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What HTTP itself may answer to a request that is hardly one. */
    private static final Set<Integer> OF_HTTP = Set.of(400, 404, 405, 406, 413, 414, 415, 431, 501);

    /** Operations that tests bring along, and the page of this document. */
    private static final List<String> NOT_PROMISED = List.of("/api/test/", "/api/docs");

    private static final KeptDocument KEPT = new KeptDocument(Files.exists(FILE) ? Yaml.read(FILE) : Words.about());

    private final SchemaCheck check;
    private final List<Template> templates;

    private KeptDocument(ObjectNode document) {
        this.check = new SchemaCheck(document);
        this.templates = document.required("paths")
                .propertyStream()
                .map(entry -> new Template(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Template::hasVariables))
                .toList();
    }

    private record Template(String path, JsonNode verbs) {

        private static final Pattern VARIABLE = Pattern.compile("\\{\\w+}");

        boolean hasVariables() {
            return path.contains("{");
        }

        boolean matches(String asked) {
            return Pattern.matches(VARIABLE.matcher(path).replaceAll("[^/]+"), asked);
        }
    }

    /**
     * Fails where an answer of the API is none that the document promises for the request.
     *
     * @param path with or without a query
     * @param body empty where there is none
     */
    public static void verify(String verb, String path, int status, HttpHeaders headers, String body) {
        var plain = path.replaceFirst("\\?.*", "");
        if (plain.startsWith("/api/")
                && !verb.equals("OPTIONS")
                && NOT_PROMISED.stream().noneMatch(plain::startsWith)) {
            var wrong =
                    KEPT.misfits(new Asked(verb, plain), status, headers, body).toList();
            if (!wrong.isEmpty()) {
                throw new AssertionError(verb + " " + plain + " answered " + status
                        + " otherwise than its contract says: " + wrong + ". " + REWRITE);
            }
        }
    }

    private record Asked(String verb, String path) {}

    private Stream<String> misfits(Asked asked, int status, HttpHeaders headers, String body) {
        var operation = operation(asked);
        var promised = operation
                .map(found -> check.resolved(found.path("responses").path(String.valueOf(status))))
                .filter(JsonNode::isObject);
        if (promised.isPresent()) {
            return Stream.concat(headersMissing(promised.get(), headers), bodyMisfits(promised.get(), asked, body));
        }
        return (operation.isEmpty() && status >= 400)
                        || OF_HTTP.contains(status)
                        || asked.verb().equals("HEAD")
                ? Stream.empty()
                : Stream.of(operation.isEmpty() ? "there is no such operation" : "there is no such status");
    }

    private Optional<JsonNode> operation(Asked asked) {
        return templates.stream()
                .filter(template -> template.matches(asked.path()))
                .findFirst()
                .map(template -> template.verbs().path(asked.verb().toLowerCase(Locale.ROOT)))
                .filter(JsonNode::isObject);
    }

    private static Stream<String> headersMissing(JsonNode promised, HttpHeaders headers) {
        return Stream.of("Location", "ETag")
                .filter(name -> promised.path("headers").has(name))
                .filter(name -> headers.firstValue(name).isEmpty())
                .map(name -> "the header " + name + " is missing");
    }

    private Stream<String> bodyMisfits(JsonNode promised, Asked asked, String body) {
        var content = promised.path("content").path("application/json");
        if (promised.path("content").has("text/event-stream")) {
            return Stream.empty();
        }
        if (content.isMissingNode()) {
            return body.isEmpty() ? Stream.empty() : Stream.of("there is a body");
        }
        return body.isEmpty() && asked.verb().equals("HEAD")
                ? Stream.empty()
                : check.misfits(JSON.readTree(body), content.required("schema"), "the body");
    }
}
