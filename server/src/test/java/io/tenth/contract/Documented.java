package io.tenth.contract;

import io.tenth.ApiClient;
import io.tenth.shared.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An operation as the document has it, to be asked for.
 *
 * @param document follows the references
 */
record Documented(String verb, String path, JsonNode said, SchemaCheck document) {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\w+}");

    /** The whole of a document. */
    static Stream<Documented> allOf(ObjectNode document) {
        var resolver = new SchemaCheck(document);
        return document.required("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(verb -> new Documented(
                                verb.getKey().toUpperCase(Locale.ROOT), path.getKey(), verb.getValue(), resolver)));
    }

    /** Where in a request an id stands. */
    enum Where {
        PATH,
        QUERY,
        BODY
    }

    /**
     * A place for an id in a request.
     *
     * @param name of the field; in a path what stands before the variable, such as {@code /api/tasks}
     */
    record Place(Where where, String name) {}

    /** What stands in the places of a request. */
    record Ids(Map<Place, String> all) {

        static final Ids NONE = new Ids(Map.of());

        String at(Place place) {
            var id = all.get(place);
            return Objects.requireNonNull(id, () -> "no id for " + place);
        }

        /** The same but for one of them. */
        Ids with(Place place, String id) {
            var others = new HashMap<>(all);
            others.put(place, id);
            return new Ids(others);
        }
    }

    boolean isOpen() {
        return said.has("security");
    }

    boolean isRead() {
        return verb.equals("GET");
    }

    /** Whether not everybody may ask. */
    boolean isForSomeRoles() {
        return said.path("x-access").has("roles");
    }

    boolean isFor(Role role) {
        return !isForSomeRoles()
                || List.of(said.path("x-access").path("roles").asString().split(", "))
                        .contains(role.key());
    }

    /** The scope that a personal token needs; empty where no personal token is let in. */
    Optional<String> scope() {
        return said.path("x-access").path("scope").asStringOpt();
    }

    boolean answers(int status) {
        return said.path("responses").has(String.valueOf(status));
    }

    boolean takesHeader(String name) {
        return parameters()
                .anyMatch(parameter -> parameter.path("name").asString("").equals(name));
    }

    Stream<JsonNode> parameters() {
        return elements(said.path("parameters")).map(document::resolved);
    }

    /** The JSON that it takes; none where it takes none. */
    Optional<JsonNode> json() {
        return Optional.of(said.path("requestBody").path("content").path("application/json"))
                .filter(JsonNode::isObject);
    }

    /** The fields of the JSON that it takes. */
    Stream<Map.Entry<String, JsonNode>> fields() {
        return json().stream()
                .flatMap(body -> document.resolved(body.required("schema"))
                        .path("properties")
                        .propertyStream());
    }

    /** Every place in which a request names a thing by its id. */
    List<Place> places() {
        var places = new ArrayList<Place>();
        VARIABLE.matcher(path)
                .results()
                .map(found -> path.substring(0, found.start() - 1))
                .forEach(before -> places.add(new Place(Where.PATH, before)));
        parameters()
                .filter(parameter ->
                        parameter.path("in").asString().equals("query") && isIdOrIds(parameter.required("schema")))
                .forEach(parameter -> places.add(
                        new Place(Where.QUERY, parameter.required("name").asString())));
        fields().filter(field -> isIdOrIds(field.getValue()))
                .forEach(field -> places.add(new Place(Where.BODY, field.getKey())));
        return places;
    }

    /** An id for each place. */
    Ids ids(Function<Place, String> ofPlace) {
        return new Ids(places().stream().collect(Collectors.toMap(place -> place, ofPlace)));
    }

    /** Asks with ids that are nobody's, and the example. */
    ApiClient.Answer send(ApiClient client) {
        return sendWith("", client);
    }

    /** The same with a query. */
    ApiClient.Answer sendWith(String query, ApiClient client) {
        var address = VARIABLE.matcher(path).replaceAll(UUID.randomUUID().toString());
        return send(client, address + query, Optional.empty());
    }

    /** Asks for a thing. A place for several of them may hold their ids with commas between. */
    ApiClient.Answer send(ApiClient client, Ids ids, Optional<JsonNode> body) {
        var address = path;
        for (var place : places()) {
            address = switch (place.where()) {
                case PATH -> VARIABLE.matcher(address).replaceFirst(ids.at(place));
                case QUERY -> address + (address.contains("?") ? "&" : "?") + place.name() + "=" + ids.at(place);
                case BODY -> address;
            };
        }
        return send(client, address, body);
    }

    /** The example with other ids in it; none where it takes no JSON. */
    Optional<JsonNode> example(Ids ids) {
        return json().map(content -> content.required("example").deepCopy().asObject())
                .map(example -> {
                    places().stream()
                            .filter(place -> place.where() == Where.BODY)
                            .filter(place ->
                                    example.has(place.name()) || Belongings.isPersonal(Belongings.kindAt(place)))
                            .forEach(place -> put(place, ids.at(place), example));
                    return example;
                });
    }

    private void put(Place place, String id, ObjectNode example) {
        var isList = fields().anyMatch(field ->
                field.getKey().equals(place.name()) && isId(field.getValue().path("items")));
        if (isList) {
            var list = example.putArray(place.name());
            Stream.of(id.split(",")).forEach(list::add);
        } else {
            example.put(place.name(), id);
        }
    }

    private ApiClient.Answer send(ApiClient client, String address, Optional<JsonNode> body) {
        var content = said.path("requestBody").path("content").propertyStream().findFirst();
        return content.map(taken -> client.with("Content-Type", taken.getKey())
                        .send(
                                verb,
                                address,
                                BodyPublishers.ofString(text(
                                        body.orElseGet(() -> taken.getValue().required("example"))))))
                .orElseGet(() -> client.send(verb, address, null));
    }

    private static boolean isIdOrIds(JsonNode schema) {
        return isId(schema) || isId(schema.path("items"));
    }

    private static boolean isId(JsonNode schema) {
        return schema.path("format").asString("").equals("uuid");
    }

    private static String text(JsonNode example) {
        return example.isString() ? example.asString() : example.toString();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @Override
    public String toString() {
        return verb + " " + path;
    }
}
