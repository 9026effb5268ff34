package io.tenth.mail.gmail;

import io.tenth.mail.MailService;
import io.tenth.mail.MailboxKind;
import io.tenth.mail.oauth.Application;
import io.tenth.mail.oauth.FakeProvider;
import io.tenth.mail.oauth.Http;
import io.tenth.mail.oauth.OAuth;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Gmail's API as published, so far as sent mail is read: its pages, its history that is forgotten, its costs and its refusals. */
public final class FakeGmail extends FakeProvider {

    private static final String ME = "/gmail/v1/users/me/";
    private static final int MOST_IN_A_BATCH = 100;

    private final GmailCosts costs;
    private final List<Integer> batches = new CopyOnWriteArrayList<>();
    private volatile int forgottenUpTo;

    public FakeGmail() {
        this(GmailCosts.Profile.SINCE_2026_100.costs());
    }

    /** A Gmail that counts so. */
    public FakeGmail(GmailCosts costs) {
        this.costs = costs;
        limit(costs.limit());
    }

    @Override
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
    @Override
    public void forgetCursors() {
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

    /** A batch: its answers come in no order, and each call in it counts by itself. */
    @Override
    protected Reply post(String path, String type, byte[] body, Function<URI, Reply> inner) {
        if (!"/batch/gmail/v1".equals(path) || type == null || !type.startsWith("multipart/mixed")) {
            return problem(404, "notFound", "There is no such thing to be posted.");
        }
        try {
            var calls = calls(type, body);
            if (calls.isEmpty() || calls.size() > MOST_IN_A_BATCH) {
                return problem(400, "invalidArgument", "A batch has 1 to 100 calls.");
            }
            batches.add(calls.size());
            var answers = new ArrayList<String>();
            calls.forEach((id, call) -> answers.add(answer(id, inner.apply(call))));
            Collections.shuffle(answers);
            var boundary = "batch_of_" + answers.size();
            var whole = String.join(
                            "",
                            answers.stream()
                                    .map(one -> "--" + boundary + "\r\n" + one)
                                    .toList()) + "--" + boundary + "--\r\n";
            return new Reply(
                    200, "multipart/mixed; boundary=" + boundary, whole.getBytes(StandardCharsets.UTF_8), Map.of());
        } catch (IllegalArgumentException | MessagingException | IOException notABatch) {
            return problem(400, "badRequest", "Failed to parse batch request: " + notABatch.getMessage());
        }
    }

    /** How many calls each batch so far had. */
    public List<Integer> batches() {
        return List.copyOf(batches);
    }

    private static Map<String, URI> calls(String type, byte[] body) throws MessagingException, IOException {
        var parts = new MimeMultipart(new ByteArrayDataSource(body, type));
        var calls = new LinkedHashMap<String, URI>();
        for (var number = 0; number < parts.getCount(); number++) {
            var part = (MimeBodyPart) parts.getBodyPart(number);
            var lines = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\r\n", -1);
            var call = lines[0].split(" ", -1);
            var isGood = part.isMimeType("application/http")
                    && call.length == 3
                    && "GET".equals(call[0])
                    && call[1].startsWith("/gmail/v1/")
                    && calls.put(part.getContentID(), URI.create(call[1])) == null;
            if (!isGood) {
                throw new IllegalArgumentException("part " + number);
            }
        }
        return calls;
    }

    private static String answer(String id, Reply reply) {
        var headers = new StringBuilder();
        reply.headers()
                .forEach((name, value) ->
                        headers.append(name).append(": ").append(value).append("\r\n"));
        return "Content-Type: application/http\r\nContent-ID: <response-%s\r\n\r\nHTTP/1.1 %d Said\r\nContent-Type: %s\r\n%s\r\n%s\r\n"
                .formatted(
                        id.substring(1),
                        reply.status(),
                        reply.type(),
                        headers,
                        new String(reply.body(), StandardCharsets.UTF_8));
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

    /** Knows quoted words alone, and whole ones; without regard to case. */
    private static boolean hasWord(Sent message, String quoted) {
        var word = quoted.substring(1, quoted.length() - 1);
        return Pattern.compile("(?iu)(?<![\\p{L}\\d])" + Pattern.quote(word) + "(?![\\p{L}\\d])")
                .matcher(new String(message.content(), StandardCharsets.UTF_8))
                .find();
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
