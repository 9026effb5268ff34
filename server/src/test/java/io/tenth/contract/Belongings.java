package io.tenth.contract;

import io.tenth.ApiClient;
import io.tenth.assistant.AskedCalls;
import io.tenth.capture.StoredProposals;
import io.tenth.identity.Account;
import io.tenth.shared.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Makes things of every kind that the API has, for somebody to own. A kind is named by the path of its things, such as
 * {@code /api/tasks}.
 *
 * @param signIn begins a session of its own each time
 * @param administrator makes what the owner may not make
 * @param newPerson makes somebody else
 * @param folder in which the owner may connect mail
 */
record Belongings(
        Actor.Person owner,
        Supplier<ApiClient> signIn,
        Supplier<ApiClient> administrator,
        StoredProposals stored,
        Supplier<Account> newPerson,
        Path folder,
        AskedCalls assistant) {

    /** Stands in the texts of these things, and nowhere else. */
    static final String MARK = "Quillfeather";

    /** What is the firm's rather than a person's. */
    private static final Set<String> OF_THE_FIRM =
            Set.of("/api/clients", "/api/matters", "/api/rates", "/api/tools", "/api/users");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** The kind of thing whose id stands in a place. */
    static String kindAt(Documented.Place place) {
        return switch (place.name()) {
            case "task_id" -> "/api/tasks";
            case "client_id" -> "/api/clients";
            case "matter_id" -> "/api/matters";
            case "mailbox_id" -> "/api/mailboxes";
            case "ids" -> "/api/proposals";
            case "user_id" -> "/api/users";
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
            case "/api/tools" -> "find_matter";
            case "/api/assistant/waiting" -> assistant.waiting(owner);
            case "/api/conversations", "/api/chat" -> conversation(api);
            case "/api/time-entries" -> entry(api, operation);
            case "/api/mailboxes" -> mailbox(api, operation);
            case "/api/proposals" -> proposal(api, operation);
            case "/api/proposals/{id}/doubts" -> doubted(api, operation);
            case "/api/regroupings" -> regrouping(api);
            case "/api/rates" ->
                made(
                        administrator.get(),
                        kind,
                        "{\"category\": \"" + unique("partner")
                                + "\", \"amount\": 300, \"currency\": \"USD\", \"effective_from\": \"2026-01-01\"}");
            case "/api/time-tracking/muted-correspondents" ->
                made(
                        api,
                        kind,
                        "{\"kind\": \"recipient\", \"address\": \"" + NUMBER.incrementAndGet() + "@else.example\"}");
            case "/api/time-tracking/scans" -> scan(api, operation);
            case "/api/users/me/sessions" -> session(api);
            case "/api/users/me/tokens" ->
                made(
                        api,
                        kind,
                        "{\"current_password\": \"Correct-horse-7-battery\", \"name\": \"" + MARK
                                + "\", \"scopes\": [\"time:read\"]}");
            case "/api/clients" -> made(api, kind, "{\"name\": \"Meridian\", \"code\": \"" + unique("MER") + "\"}");
            case "/api/matters" ->
                made(
                        api,
                        kind,
                        "{\"client_id\": \"" + one("/api/clients", operation)
                                + "\", \"name\": \"Lease\", \"number\": \"" + unique("L") + "\"}");
            case "/api/users" -> person(api, operation);
            default ->
                throw new AssertionError(
                        operation + " is about one of " + kind
                                + ", a kind that Belongings cannot make. Teach it how, so that it is tried with other people's.");
        };
    }

    private static String conversation(ApiClient api) {
        var id = UUID.randomUUID().toString();
        api.post(
                "/api/chat",
                "{\"id\": \"" + id
                        + "\", \"message\": {\"role\": \"user\", \"parts\": [{\"type\": \"text\", \"text\": \"Help "
                        + MARK + "\"}]}}");
        return id;
    }

    /** Brings what has no id into the state in which its owner could carry out the operation. */
    void prepare(Documented operation) {
        var api = signIn.get();
        if (operation.path().equals("/api/time-tracking/scan")) {
            connectedMailbox(api);
        } else if (operation.path().startsWith("/api/time-entries/")
                && operation.verb().equals("POST")) {
            setTimer(operation, api);
        }
    }

    private static void setTimer(Documented operation, ApiClient api) {
        api.post("/api/time-entries/stop");
        if (operation.path().endsWith("/stop")) {
            api.post("/api/time-entries/start", "{\"description\": \"" + MARK + "\"}");
        }
    }

    private String mailbox(ApiClient api, Documented operation) {
        return operation.path().endsWith("/scans")
                ? connectedMailbox(api)
                : made(api, "/api/mailboxes", "{\"name\": \"" + unique(MARK) + "\"}");
    }

    private String connectedMailbox(ApiClient api) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return made(api, "/api/mailboxes", "{\"name\": \"" + unique(MARK) + "\", \"kind\": \"folder\"}");
    }

    /** One that is over, where somebody would wait for that. */
    private String scan(ApiClient api, Documented operation) {
        var scan = stored.scan(owner).value().toString();
        if (operation.path().endsWith("/events")) {
            api.delete("/api/time-tracking/scans/" + scan);
        }
        return scan;
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
        if (operation.path().endsWith("/mergers")) {
            return stored.some(2, owner).stream()
                    .limit(2)
                    .map(id -> id.value().toString())
                    .collect(Collectors.joining(","));
        }
        if (operation.path().contains("/doubts/")) {
            return newest();
        }
        var proposal = stored.one(owner).value().toString();
        if (List.of("DELETE", "PUT").contains(operation.verb())) {
            decide(proposal, api, operation);
        }
        return proposal;
    }

    /** A proposal like the one that was made before it, as all of these are. */
    private String doubted(ApiClient api, Documented operation) {
        var other = newest();
        var doubts = "/api/proposals/" + other;
        while (operation.verb().equals("DELETE")
                && !api.get(doubts).json().at("/doubts").isEmpty()) {
            api.get(doubts)
                    .json()
                    .at("/doubts")
                    .forEach(doubt -> api.send(
                            "PUT",
                            doubts + "/doubts/" + doubt.at("/proposal_id").asString() + "/dismissal",
                            null));
        }
        return other;
    }

    private String newest() {
        return stored.some(1, owner).stream()
                .map(id -> id.value().toString())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Decides on it as the operation then changes or takes back. */
    private static void decide(String proposal, ApiClient api, Documented operation) {
        if (operation.path().contains("{id}")) {
            api.post(operation.path().replace("{id}", proposal));
        } else {
            api.post(operation.path(), "{\"ids\": [\"" + proposal + "\"]}");
        }
    }

    private String regrouping(ApiClient api) {
        return made(
                api,
                "/api/proposals/" + stored.one(owner).value() + "/parts",
                "{\"parts\": [{\"duration_minutes\": 60}, {\"duration_minutes\": 30}]}");
    }

    private String person(ApiClient api, Documented operation) {
        var person = newPerson.get().id().value().toString();
        if (operation.isRead() && operation.path().endsWith("/password-reset")) {
            api.post(operation.path().replace("{id}", person));
        }
        return person;
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
