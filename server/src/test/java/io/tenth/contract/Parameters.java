package io.tenth.contract;

import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import tools.jackson.databind.node.ObjectNode;

/** What an operation takes beside its body. */
final class Parameters {

    private static final String OF_EVERY_LIST_LIMIT = "limit";
    private static final String OF_EVERY_LIST_CURSOR = "cursor";

    private final Schemas schemas;
    private final JavaDocs docs;

    Parameters(Schemas schemas, JavaDocs docs) {
        this.schemas = schemas;
        this.docs = docs;
    }

    /**
     * The parameters that a method declares.
     *
     * @param words says of those what the code does not
     */
    Stream<ObjectNode> of(Operation operation, ObjectNode words) {
        return operation.parameters().stream().flatMap(this::of).map(parameter -> described(parameter, words));
    }

    private Stream<ObjectNode> of(Parameter parameter) {
        if (parameter.isAnnotationPresent(PathVariable.class)) {
            return Stream.of(inPath(parameter));
        }
        var asked = parameter.getAnnotation(RequestParam.class);
        if (asked != null) {
            return Stream.of(inQuery(parameter, asked));
        }
        var header = parameter.getAnnotation(RequestHeader.class);
        if (header != null) {
            return inHeader(header.name() + header.value());
        }
        var isForm = parameter.getType().isRecord()
                && parameter.getAnnotations().length == 0
                && parameter.getType().getPackageName().endsWith(".web");
        return isForm ? Stream.of(parameter.getType().getRecordComponents()).map(this::inQuery) : Stream.empty();
    }

    private ObjectNode inPath(Parameter parameter) {
        var path = Yaml.object("name", parameter.getName()).put("in", "path").put("required", true);
        path.set("schema", schemas.of(parameter.getAnnotatedType(), Schemas.Way.TAKEN));
        return path;
    }

    /** Without those that belong to every request. */
    private static Stream<ObjectNode> inHeader(String name) {
        if (name.equals(HttpHeaders.IF_MATCH)) {
            return Stream.of(Yaml.reference("parameters", name));
        }
        if (name.equals(HttpHeaders.CONTENT_LENGTH)) {
            return Stream.empty();
        }
        var header = Yaml.object("name", name).put("in", "header");
        header.set("schema", Yaml.object("type", "string"));
        return Stream.of(header);
    }

    private ObjectNode inQuery(Parameter parameter, RequestParam asked) {
        var said = asked.name() + asked.value();
        var query =
                Yaml.object("name", said.isEmpty() ? parameter.getName() : said).put("in", "query");
        if (asked.required() && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE)) {
            query.put("required", true);
        }
        var schema = schemas.of(parameter.getAnnotatedType(), Schemas.Way.TAKEN);
        if (!asked.defaultValue().equals(ValueConstants.DEFAULT_NONE)) {
            schema.put("default", asked.defaultValue());
        }
        query.set("schema", withoutNull(schema));
        return query;
    }

    private ObjectNode inQuery(RecordComponent field) {
        var bound = Optional.ofNullable(field.getAccessor().getAnnotation(BindParam.class))
                .or(() -> Stream.of(field.getDeclaringRecord()
                                .getDeclaredConstructors()[0]
                                .getParameters())
                        .filter(parameter -> parameter.getName().equals(field.getName()))
                        .map(parameter -> parameter.getAnnotation(BindParam.class))
                        .filter(Objects::nonNull)
                        .findFirst());
        var query = Yaml.object("name", bound.map(BindParam::value).orElse(field.getName()))
                .put("in", "query");
        if (!field.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            query.put("required", true);
        }
        var description = docs.ofComponent(field.getDeclaringRecord(), field.getName());
        if (!description.isEmpty()) {
            query.put("description", description);
        }
        query.set("schema", withoutNull(schemas.of(field.getAnnotatedType(), Schemas.Way.TAKEN)));
        return query;
    }

    /** What is left out of a query is not null in it. */
    private static ObjectNode withoutNull(ObjectNode schema) {
        if (schema.path("type").isArray()) {
            schema.put("type", schema.required("type").required(0).asString());
        }
        return schema;
    }

    private static ObjectNode described(ObjectNode parameter, ObjectNode words) {
        var name = parameter.path("name").asString("");
        if (name.equals(OF_EVERY_LIST_LIMIT) || name.equals(OF_EVERY_LIST_CURSOR)) {
            return Yaml.reference("parameters", name);
        }
        var said = words.path("parameters").path(name).asString("");
        if (!said.isEmpty()) {
            parameter.put("description", said);
        } else if (name.equals("id")) {
            parameter.put("description", "Names it. What belongs to another person reads as missing.");
        }
        return parameter;
    }
}
