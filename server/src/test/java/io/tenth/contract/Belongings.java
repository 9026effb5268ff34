package io.tenth.contract;

import io.tenth.ApiClient;
import io.tenth.capture.StoredProposals;
import io.tenth.identity.Account;
import io.tenth.shared.Actor;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Makes things of every kind that the API has, for somebody to own. A kind is named by the path of its things, such as
 * {@code /api/tasks}.
 *
 * @param signIn begins a session of its own each time
 * @param newPerson makes somebody else
 */
record Belongings(Actor.Person owner, Supplier<ApiClient> signIn, StoredProposals stored, Supplier<Account> newPerson) {

    /** Stands in the texts of these things, and nowhere else. */
    static final String MARK = "Quillfeather";

    /** What is the firm's rather than a person's. */
    private static final Set<String> OF_THE_FIRM = Set.of("/api/clients", "/api/matters", "/api/users");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** The kind of thing whose id stands in a place. */
    static String kindAt(Documented.Place place) {
        return switch (place.name()) {
            case "task_id" -> "/api/tasks";
            case "client_id" -> "/api/clients";
            case "matter_id" -> "/api/matters";
            case "ids" -> "/api/proposals";
            default -> {
                if (place.where() == Documented.Where.PATH) {
                    yield place.name();
                }
                throw new AssertionError(
                        "The document has the field '" + place.name()
                                + "' for an id of something. Say in Belongings.kindAt of what, so that it is tried with other people's.");
            }
        };
    }

    static boolean isPersonal(String kind) {
        return !OF_THE_FIRM.contains(kind);
    }

    /** A new text that no other thing has. */
    static String unique(String text) {
        return text + " " + NUMBER.incrementAndGet();
    }

    /** Makes a thing, in the state in which its owner could carry out the operation, and returns its id. */
    String one(String kind, Documented operation) {
        var api = signIn.get();
        return switch (kind) {
            case "/api/tasks" -> made(api, kind, "{\"title\": \"" + unique(MARK) + "\"}");
            case "/api/time-entries" -> entry(api, operation);
            case "/api/mailboxes" -> made(api, kind, "{\"name\": \"" + unique(MARK) + "\"}");
            case "/api/proposals" -> proposal(api, operation);
            case "/api/time-tracking/scans" -> stored.scan(owner).value().toString();
            case "/api/users/me/sessions" -> session(api);
            case "/api/users/me/tokens" -> made(api, kind, "{\"name\": \"" + MARK + "\", \"scopes\": [\"time:read\"]}");
            case "/api/clients" -> made(api, kind, "{\"name\": \"Meridian\", \"code\": \"" + unique("MER") + "\"}");
            case "/api/matters" ->
                made(
                        api,
                        kind,
                        "{\"client_id\": \"" + one("/api/clients", operation)
                                + "\", \"name\": \"Lease\", \"number\": \"" + unique("L") + "\"}");
            case "/api/users" -> newPerson.get().id().value().toString();
            default ->
                throw new AssertionError(
                        operation + " is about one of " + kind
                                + ", a kind that Belongings cannot make. Teach it how, so that it is tried with other people's.");
        };
    }

    /** Brings the timer into the state in which its owner could carry out the operation. */
    void setTimer(Documented operation) {
        var api = signIn.get();
        api.post("/api/time-entries/stop");
        if (operation.path().endsWith("/stop")) {
            api.post("/api/time-entries/start", "{\"description\": \"" + MARK + "\"}");
        }
    }

    private static String entry(ApiClient api, Documented operation) {
        var entry = made(
                api,
                "/api/time-entries",
                "{\"date_performed\": \"2026-03-10\", \"duration\": \"1h\", \"description\": \"" + MARK + "\"}");
        if (operation.path().endsWith("/restoration")) {
            api.delete("/api/time-entries/" + entry);
        }
        return entry;
    }

    private String proposal(ApiClient api, Documented operation) {
        var proposal = stored.one(owner).value().toString();
        if (operation.verb().equals("DELETE")) {
            api.post(operation.path().replace("{id}", proposal));
        }
        return proposal;
    }

    private static String session(ApiClient api) {
        for (var session : api.get("/api/users/me/sessions?limit=100").json().at("/items")) {
            if (session.path("current").asBoolean()) {
                return session.path("id").asString();
            }
        }
        throw new AssertionError("somebody who signed in is signed in nowhere");
    }

    private static String made(ApiClient api, String path, String json) {
        var answer = api.post(path, json);
        if (answer.status() != 201) {
            throw new AssertionError("nothing was made at " + path + ": " + answer.body());
        }
        return answer.text("/id");
    }
}
