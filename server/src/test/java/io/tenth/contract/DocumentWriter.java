package io.tenth.contract;

import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the document of the API. What the code says is taken from the code: paths, parameters, fields, which of them may be null,
 * statuses, and the comments beside them. {@link Words} adds titles and examples, {@link CommonParts} what holds by rule.
 */
final class DocumentWriter {

    private final JavaDocs docs = JavaDocs.ofTheApi();
    private final Schemas schemas = new Schemas(docs);
    private final Parameters parameters = new Parameters(schemas, docs);
    private final Words words = new Words();
    private final ObjectNode document = Words.about();
    private final CommonParts common =
            new CommonParts(document.required("components").asObject());

    /** The document of these operations. */
    static ObjectNode write(List<Operation> operations) {
        var writer = new DocumentWriter();
        operations.forEach(writer::add);
        return writer.finish();
    }

    private void add(Operation operation) {
        var path = document.withObject("/paths").withObjectProperty(operation.path());
        var verb = operation.verb().toLowerCase(Locale.ROOT);
        if (path.get(verb) instanceof ObjectNode before && operation.takesFile()) {
            addFile(operation, before);
        } else {
            path.set(verb, described(operation));
        }
    }

    private ObjectNode described(Operation operation) {
        var said = words.of(operation);
        var described = Yaml.object("operationId", said.required("id").asString());
        described.putArray("tags").add(tag(operation));
        described.put("summary", said.required("summary").asString());
        var more = docs.ofMethod(operation.controller(), operation.method());
        if (!more.isEmpty()) {
            described.put("description", more);
        }
        if (!operation.isForPersons()) {
            var security = described.putArray("security");
            security.addObject();
            if (operation.takesToken()) {
                security.addObject().putArray("token");
            }
        }
        addParameters(operation, said, described);
        addBody(operation, said, described);
        addAnswers(operation, said, described);
        described.set("x-limits", CommonParts.limitsOf(operation));
        addAccess(operation, described);
        return described;
    }

    private void addAccess(Operation operation, ObjectNode described) {
        var access = Yaml.object();
        var scope = words.ofFile(operation, "scope");
        if (!scope.isEmpty()) {
            access.put("scope", scope.contains(" ") ? scope : scope + (operation.isWrite() ? ":write" : ":read"));
        }
        var roles = words.ofFile(operation, "roles");
        if (!roles.isEmpty()) {
            access.put("roles", roles);
        }
        if (!access.isEmpty()) {
            described.set("x-access", access);
        }
    }

    private String tag(Operation operation) {
        var tag = words.tag(operation);
        if (!document.required("tags").findValuesAsString("name").contains(tag)) {
            throw new AssertionError("about.yaml does not describe the tag " + tag);
        }
        return tag;
    }

    private void addParameters(Operation operation, ObjectNode said, ObjectNode described) {
        var all = described.putArray("parameters");
        parameters.of(operation, said).forEach(all::add);
        all.addAll(common.parametersOf(operation));
        if (all.isEmpty()) {
            described.remove("parameters");
        }
    }

    private void addBody(Operation operation, ObjectNode said, ObjectNode described) {
        if (operation.takesFile()) {
            described.putObject("requestBody").put("required", true);
            addFile(operation, described);
        }
        operation.body().ifPresent(parameter -> {
            var body = described.putObject("requestBody").put("required", isRequired(parameter));
            var json = body.putObject("content").putObject(MediaType.APPLICATION_JSON_VALUE);
            json.set("schema", withoutNull(schemas.of(parameter.getAnnotatedType(), Schemas.Way.TAKEN)));
            json.set("example", said.required("request"));
        });
    }

    private static void addFile(Operation operation, ObjectNode described) {
        var content = described.withObject("/requestBody/content");
        operation.bodyTypes().forEach(type -> {
            var file = content.putObject(type);
            file.putObject("schema").put("type", "string").put("format", "binary");
            file.put(
                    "example",
                    "From: ada@firm.example\r\nSubject: The lease\r\n\r\nI spent 1.5 hours on the lease.\r\n");
        });
    }

    private void addAnswers(Operation operation, ObjectNode said, ObjectNode described) {
        var answers = described.putObject("responses");
        for (var status : statusesOf(operation, said)) {
            answers.set(String.valueOf(status), success(operation, status, said));
        }
        if (CommonParts.isReadByVersion(operation)) {
            answers.set("304", Yaml.object("description", "It is as the entity tag says that it was."));
        }
        var own = said.path("refuses");
        for (var status : common.refusalsOf(operation)) {
            answers.set(String.valueOf(status), refusal(status, own));
        }
        own.propertyNames().forEach(status -> answers.set(status, refusal(Integer.parseInt(status), own)));
    }

    private JsonNode refusal(int status, JsonNode own) {
        var description = own.path(String.valueOf(status)).asString("");
        return description.isEmpty() ? common.refusal(status) : common.refusal(status, description);
    }

    private static List<Integer> statusesOf(Operation operation, ObjectNode said) {
        var named = said.path("status");
        if (named.isArray()) {
            return StreamSupport.stream(named.spliterator(), false)
                    .map(JsonNode::asInt)
                    .toList();
        }
        var unsaid = operation.hasAnswer() || operation.status().value() != 200;
        return List.of(named.asInt(unsaid ? operation.status().value() : 204));
    }

    private ObjectNode success(Operation operation, int status, ObjectNode said) {
        var success = Yaml.object(
                "description", said.path("answers").path(String.valueOf(status)).asString(usual(status)));
        success.set("headers", common.headersOf(operation, status));
        if (operation.hasAnswer() && status != 204) {
            var json = success.putObject("content").putObject(MediaType.APPLICATION_JSON_VALUE);
            json.set("schema", schemas.of(operation.answer(), Schemas.Way.GIVEN));
            json.set("example", said.required("answer"));
        }
        if (operation.tellsEvents() && status == 200) {
            var events = success.withObject("/content").putObject("text/event-stream");
            events.putObject("schema").put("type", "string");
            events.set("example", said.required("answer"));
        }
        return success;
    }

    private static String usual(int status) {
        return switch (status) {
            case 201 -> "Made.";
            case 202 -> "Taken.";
            case 204 -> "Done; there is nothing to say.";
            default -> "Done.";
        };
    }

    private ObjectNode finish() {
        if (!words.unused().isEmpty()) {
            throw new AssertionError("docs/api/operations has words for what is not there: " + words.unused());
        }
        var all = document.withObject("/components/schemas");
        schemas.named().forEach(all::set);
        document.required("components")
                .required("responses")
                .forEach(answer -> answer.asObject().remove("x-status"));
        return document;
    }

    private static boolean isRequired(Parameter parameter) {
        return parameter.getAnnotation(RequestBody.class).required();
    }

    private static ObjectNode withoutNull(ObjectNode schema) {
        return schema.has("anyOf") ? schema.required("anyOf").required(0).asObject() : schema;
    }
}
