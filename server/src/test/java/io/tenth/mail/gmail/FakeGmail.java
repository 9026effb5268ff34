package io.tenth.mail.gmail;

import io.tenth.mail.MailService;
import io.tenth.mail.MailboxKind;
import io.tenth.mail.oauth.Application;
import io.tenth.mail.oauth.FakeProvider;
import io.tenth.mail.oauth.Http;
import io.tenth.mail.oauth.OAuth;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Gmail's API as published, so far as sent mail is read: its pages, its history that is forgotten, its costs and its refusals. */
public final class FakeGmail extends FakeProvider {

    private static final String ME = "/gmail/v1/users/me/";

    private final GmailCosts costs;
    private volatile int forgottenUpTo;

    public FakeGmail() {
        this(GmailCosts.Profile.SINCE_2026_100.costs());
    }

    /** A Gmail that counts so. */
    public FakeGmail(GmailCosts costs) {
        this.costs = costs;
        limit(costs.limit());
    }

    /** The service that reads it, with the costs that are meant for it. */
    public MailService service() {
        var application = new Application(
                MailboxKind.GMAIL,
                "Google",
                at("/sign-in"),
                at("/token"),
                at("/revoke"),
                CLIENT,
                SECRET,
                "read",
                Map.of());
        return new GmailMail(new OAuth(application, new Http(), Clock.systemUTC()), new Http(), at(""), costs);
    }

    /** Forgets all history so far. */
    public void forgetHistory() {
        forgottenUpTo = change() + 1;
    }

    @Override
    protected int cost(String path) {
        return switch (path.substring(ME.length()).replaceAll("/.*", "/")) {
            case "messages/" -> costs.get();
            case "messages" -> costs.list();
            case "history" -> costs.history();
            default -> costs.profile();
        };
    }

    @Override
    protected Reply overQuota() {
        return problem(403, "userRateLimitExceeded", "User-rate limit exceeded.");
    }

    @Override
    protected Reply refusedToken() {
        return problem(401, "authError", "Invalid Credentials");
    }

    @Override
    protected Reply call(String path, Map<String, String> query) {
        var asked = path.substring(ME.length());
        return switch (asked) {
            case "profile" ->
                Reply.json(200, Map.of("emailAddress", account(), "historyId", Integer.toString(change())));
            case "messages" -> list(query);
            case "history" -> history(query);
            default -> get(asked.substring("messages/".length()), query);
        };
    }

    private Reply list(Map<String, String> query) {
        if (!"SENT".equals(query.get("labelIds"))) {
            return problem(400, "invalidArgument", "This stand-in has sent mail alone.");
        }
        var asked = List.of(query.getOrDefault("q", "after:0").split(" ", -1));
        var after = Long.parseLong(asked.getFirst().substring("after:".length()));
        var found = mail().stream()
                .filter(message -> message.at().getEpochSecond() > after)
                .filter(message -> asked.stream().skip(1).allMatch(word -> hasWord(message, word)))
                .sorted(Comparator.comparing(Sent::at).reversed())
                .toList();
        return page("messages", found.stream().map(FakeGmail::named).toList(), query, Map.of());
    }

    /** Knows quoted words alone. */
    private static boolean hasWord(Sent message, String quoted) {
        var word = quoted.substring(1, quoted.length() - 1);
        return new String(message.content(), StandardCharsets.UTF_8).contains(word);
    }

    private Reply history(Map<String, String> query) {
        var start = Integer.parseInt(query.get("startHistoryId"));
        if (start < forgottenUpTo) {
            return problem(404, "notFound", "Requested entity was not found.");
        }
        var changes = mail().stream()
                .filter(message -> message.change() > start)
                .flatMap(message -> Stream.of(message, message))
                .map(message -> Map.of(
                        "id", Integer.toString(message.change()),
                        "messagesAdded", List.of(Map.of("message", named(message)))))
                .toList();
        return page("history", changes, query, Map.of("historyId", Integer.toString(change())));
    }

    private Reply get(String id, Map<String, String> query) {
        return message(id)
                .filter(message -> "raw".equals(query.get("format")))
                .map(message -> Reply.json(
                        200,
                        Map.of(
                                "id", id,
                                "internalDate", Long.toString(message.at().toEpochMilli()),
                                "raw", Base64.getUrlEncoder().encodeToString(message.content()))))
                .orElseGet(() -> problem(404, "notFound", "Requested entity was not found."));
    }

    private static Map<String, String> named(Sent message) {
        return Map.of("id", message.id(), "threadId", message.id());
    }

    private Reply page(String name, List<?> all, Map<String, String> query, Map<String, String> more) {
        var from = Integer.parseInt(query.getOrDefault("pageToken", "0"));
        var to = Math.min(all.size(), from + page());
        var answer = new LinkedHashMap<String, Object>(more);
        if (to > from) {
            answer.put(name, all.subList(from, to));
        }
        if (to < all.size()) {
            answer.put("nextPageToken", Integer.toString(to));
        }
        return Reply.json(200, answer);
    }

    private static Reply problem(int status, String reason, String message) {
        return Reply.json(
                status,
                Map.of(
                        "error",
                        Map.of(
                                "code", status,
                                "message", message,
                                "errors", List.of(Map.of("reason", reason, "domain", "usageLimits")))));
    }
}
