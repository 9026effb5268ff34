package io.tenth.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The contract as its page shows it: the operations below their tags, and each with all that it refers to. */
record ContractView(String title, List<List<Passage>> about, List<Tag> tags) {

    /**
     * A chapter of the page.
     *
     * @param anchor its place
     */
    record Tag(String anchor, String name, List<Passage> description, List<Operation> operations) {}

    record Operation(
            String id,
            String verb,
            String path,
            String summary,
            List<Passage> description,
            boolean open,
            List<Named> limits,
            List<Parameter> parameters,
            List<Body> taken,
            List<Answer> answers) {}

    record Named(String name, String text) {}

    record Parameter(String name, List<Passage> description) {}

    record Body(String type, List<Field> fields, String example) {}

    record Field(String name, String type, boolean required, List<Passage> description) {}

    record Answer(String status, boolean refusal, List<Passage> description, List<Body> bodies) {}

    static ContractView of(JsonNode document) {
        return new Reader(document).contract();
    }

    private record Reader(JsonNode document) {

        ContractView contract() {
            var about = document.at("/info/description").asString("").split("\n\n", -1);
            var tags = elements(document.path("tags")).map(this::tag);
            return new ContractView(
                    document.at("/info/title").asString(""),
                    Stream.of(about).map(Passage::of).toList(),
                    tags.filter(tag -> !tag.operations().isEmpty()).toList());
        }

        private Tag tag(JsonNode tag) {
            var name = text(tag, "name");
            var operations = new ArrayList<Operation>();
            document.path("paths")
                    .forEachEntry((path, verbs) -> verbs.forEachEntry((verb, said) -> {
                        if (said.path("tags").path(0).asString("").equals(name)) {
                            operations.add(operation(verb.toUpperCase(Locale.ROOT), path, said));
                        }
                    }));
            return new Tag(name.toLowerCase(Locale.ROOT).replace(' ', '-'), name, prose(tag), operations);
        }

        private Operation operation(String verb, String path, JsonNode said) {
            return new Operation(
                    text(said, "operationId"),
                    verb,
                    path,
                    text(said, "summary"),
                    prose(said),
                    said.has("security"),
                    Stream.of("x-access", "x-limits")
                            .flatMap(kind -> named(said.path(kind)).stream())
                            .toList(),
                    elements(said.path("parameters")).map(this::parameter).toList(),
                    bodies(said.path("requestBody")),
                    said.path("responses")
                            .propertyStream()
                            .map(answer -> answer(answer.getKey(), resolved(answer.getValue())))
                            .toList());
        }

        private Parameter parameter(JsonNode reference) {
            var parameter = resolved(reference);
            return new Parameter(text(parameter, "name"), prose(parameter));
        }

        private Answer answer(String status, JsonNode answer) {
            return new Answer(status, status.compareTo("400") >= 0, prose(answer), bodies(answer));
        }

        private List<Body> bodies(JsonNode message) {
            return message.path("content")
                    .propertyStream()
                    .map(content -> new Body(
                            content.getKey(),
                            fields(content.getValue().path("schema")),
                            example(content.getValue().path("example"))))
                    .toList();
        }

        private List<Field> fields(JsonNode reference) {
            var schema = resolved(reference);
            var required =
                    elements(schema.path("required")).map(JsonNode::asString).collect(Collectors.toSet());
            return schema.path("properties")
                    .propertyStream()
                    .map(field -> new Field(
                            field.getKey(),
                            type(field.getValue()),
                            required.contains(field.getKey()),
                            prose(field.getValue())))
                    .toList();
        }

        private String type(JsonNode schema) {
            if (schema.has("$ref")) {
                return text(schema, "$ref").replaceFirst(".*/", "");
            }
            if (schema.has("anyOf")) {
                return elements(schema.path("anyOf")).map(this::type).collect(Collectors.joining(" or "));
            }
            if (schema.has("enum")) {
                return elements(schema.path("enum")).map(JsonNode::asString).collect(Collectors.joining(" or "));
            }
            if (schema.has("items")) {
                return "list of " + type(schema.path("items"));
            }
            var type = schema.path("type");
            var name = type.isArray()
                    ? elements(type).map(JsonNode::asString).collect(Collectors.joining(" or "))
                    : type.asString("");
            return schema.has("format") ? name + " (" + text(schema, "format") + ")" : name;
        }

        private JsonNode resolved(JsonNode node) {
            return node.has("$ref") ? document.at(text(node, "$ref").substring(1)) : node;
        }

        private static List<Named> named(JsonNode texts) {
            return texts.propertyStream()
                    .map(entry -> new Named(entry.getKey(), entry.getValue().asString()))
                    .toList();
        }

        private static String example(JsonNode example) {
            return example.isString() ? example.asString() : example.toPrettyString();
        }

        private static List<Passage> prose(JsonNode described) {
            return Passage.of(text(described, "description"));
        }

        private static String text(JsonNode node, String field) {
            return node.path(field).asString("");
        }

        private static Stream<JsonNode> elements(JsonNode array) {
            return StreamSupport.stream(array.spliterator(), false);
        }
    }
}
