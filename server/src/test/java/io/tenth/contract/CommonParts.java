package io.tenth.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What holds for every operation of a kind, by rule: its refusals, its headers and its limits. */
final class CommonParts {

    private static final Set<String> TRIES = Set.of(
            "/api/auth/login",
            "/api/auth/register",
            "/api/auth/password",
            "/api/auth/password-resets",
            "/api/users/me/password",
            "/api/users/me/tokens");

    private final ObjectNode components;

    /**
     * What holds for every operation.
     *
     * @param components {@code about.yaml}'s, which describe the refusals, headers and parameters that are given out here
     */
    CommonParts(ObjectNode components) {
        this.components = components;
    }

    /** The statuses with which it may be refused. */
    List<Integer> refusalsOf(Operation operation) {
        var all = new ArrayList<Integer>();
        addIf(operation.takesKey(), 400, all);
        addIf(operation.takesToken(), 401, all);
        addIf(operation.takesToken() || operation.isWrite(), 403, all);
        addIf(operation.path().contains("{"), 404, all);
        addIf(operation.hasAnswer(), 406, all);
        addIf(operation.isWrite() && operation.takesToken(), 409, all);
        addIf(operation.demandsVersion(), 412, all);
        addIf(operation.takesBody(), 413, all);
        addIf(operation.isWrite(), 415, all);
        all.addAll(List.of(422, 429, 500, 503));
        return all;
    }

    /** The refusal that components describe for a status. */
    ObjectNode refusal(int status) {
        return components
                .required("responses")
                .propertyStream()
                .filter(entry -> entry.getValue().required("x-status").asInt() == status)
                .map(entry -> Yaml.reference("responses", entry.getKey()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("about.yaml describes no refusal with " + status));
    }

    /** The same refusal in the words of one operation. */
    ObjectNode refusal(int status, String description) {
        var name = refusal(status).required("$ref").asString().replaceFirst(".*/", "");
        var own = components.required("responses").required(name).deepCopy().asObject();
        own.remove("x-status");
        return own.put("description", description);
    }

    ObjectNode headersOf(Operation operation, int status) {
        var headers = Yaml.object();
        addIf((status == 201 || status == 202) && operation.canGiveHeaders(), HttpHeaders.LOCATION, headers);
        addIf(operation.givesVersion() && (status == 200 || status == 201), HttpHeaders.ETAG, headers);
        addIf(operation.takesKey(), "Idempotent-Replayed", headers);
        for (var name : List.of("RateLimit", "RateLimit-Policy", "X-Request-ID")) {
            addIf(true, name, headers);
        }
        return headers;
    }

    /** The parameters that no method of a controller declares. */
    List<JsonNode> parametersOf(Operation operation) {
        var all = new ArrayList<JsonNode>();
        if (operation.takesKey()) {
            all.add(Yaml.reference("parameters", "Idempotency-Key"));
        }
        if (isReadByVersion(operation)) {
            all.add(Yaml.reference("parameters", "If-None-Match"));
        }
        return all;
    }

    static boolean isReadByVersion(Operation operation) {
        return operation.verb().equals("GET") && operation.givesVersion();
    }

    static ObjectNode limitsOf(Operation operation) {
        var limits = Yaml.object();
        if (operation.takesBody()) {
            limits.put("body", operation.takesFile() ? "2 GiB" : "1 MiB");
        }
        if (operation.isPaged()) {
            limits.put("page", "1 to 100 items");
        }
        return limits.put("rate", rateOf(operation));
    }

    private static String rateOf(Operation operation) {
        if (TRIES.contains(operation.path()) && operation.isWrite()) {
            return "5 a minute (RATE_LIMIT_AUTH)";
        }
        return operation.isWrite() ? "50 a minute (RATE_LIMIT_WRITE)" : "100 a minute (RATE_LIMIT_READ)";
    }

    private static void addIf(boolean holds, int status, List<Integer> all) {
        if (holds) {
            all.add(status);
        }
    }

    private static void addIf(boolean holds, String name, ObjectNode headers) {
        if (holds) {
            headers.set(name, Yaml.reference("headers", name));
        }
    }
}
