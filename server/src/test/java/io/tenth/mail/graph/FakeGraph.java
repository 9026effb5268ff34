package io.tenth.mail.graph;

import io.tenth.mail.CallLimit;
import io.tenth.mail.MailService;
import io.tenth.mail.MailboxKind;
import io.tenth.mail.oauth.Application;
import io.tenth.mail.oauth.FakeProvider;
import io.tenth.mail.oauth.Form;
import io.tenth.mail.oauth.Http;
import io.tenth.mail.oauth.OAuth;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Microsoft Graph as published, so far as sent mail is read: pages and deltas as links to be followed as they are, deltas that are
 * forgotten, refresh tokens that change, and a limit that is told with {@code Retry-After}.
 */
public final class FakeGraph extends FakeProvider {

    /** What it allows, as published. */
    public static final CallLimit REAL = GraphMail.LIMIT;

    private static final String ME = "/v1.0/me";
    private static final String MESSAGES = ME + "/mailFolders/sentitems/messages";

    private final CallLimit limit;
    private volatile int forgottenUpTo;

    public FakeGraph() {
        this(REAL);
    }

    /** A Microsoft 365 that allows so much. */
    public FakeGraph(CallLimit limit) {
        this.limit = limit;
        limit(limit);
    }

    @Override
    public MailService service() {
        var application = new Application(
                MailboxKind.GRAPH, "Microsoft", at("/sign-in"), at("/token"), null, CLIENT, SECRET, "read", Map.of());
        return new GraphMail(
                new OAuth(application, new Http(), Clock.systemUTC()), new Http(), at(""), limit, Clock.systemUTC());
    }

    /** Forgets all deltas so far. */
    @Override
    public void forgetCursors() {
        forgottenUpTo = change() + 1;
    }

    @Override
    protected String renewedRefreshToken(String used) {
        return newRefreshToken();
    }

    @Override
    protected int cost(String path) {
        return 1;
    }

    @Override
    protected Reply overQuota() {
        var reply = problem(429, "ApplicationThrottled");
        return new Reply(reply.status(), reply.type(), reply.body(), Map.of("Retry-After", "1"));
    }

    @Override
    protected Reply refusedToken() {
        return problem(401, "InvalidAuthenticationToken");
    }

    @Override
    protected Reply call(String path, Map<String, String> query) {
        return switch (path) {
            case ME -> Reply.json(200, Map.of("userPrincipalName", account()));
            case ME + "/mailFolders/sentitems" -> Reply.json(200, Map.of("id", "sent"));
            case MESSAGES -> list(query);
            case MESSAGES + "/delta" -> delta(query);
            default -> get(path.substring((ME + "/messages/").length()));
        };
    }

    private Reply list(Map<String, String> query) {
        if (!"sentDateTime desc".equals(query.get("$orderby"))) {
            return problem(400, "InefficientFilter");
        }
        var since = Instant.parse(query.getOrDefault("$filter", "").substring("sentDateTime ge ".length()));
        var found = mail().stream()
                .filter(message -> !message.at().isBefore(since))
                .sorted(Comparator.comparing(Sent::at).reversed())
                .toList();
        return page(MESSAGES, found, query, Map.of());
    }

    /** The state of a delta is the change it began after, and the time that it filters by. */
    private Reply delta(Map<String, String> query) {
        var token = query.getOrDefault("$deltatoken", "");
        if (!token.isEmpty() && Integer.parseInt(token) < forgottenUpTo) {
            return problem(410, "syncStateNotFound");
        }
        var after = token.isEmpty() ? 0 : Integer.parseInt(token);
        var from = Instant.parse(query.getOrDefault("$filter", "").substring("receivedDateTime ge ".length()));
        var found = mail().stream()
                .filter(message -> message.change() > after && !message.at().isBefore(from))
                .toList();
        var last = new LinkedHashMap<>(query);
        last.remove("$skiptoken");
        last.put("$deltatoken", Integer.toString(change()));
        return page(MESSAGES + "/delta", found, query, Map.of("@odata.deltaLink", link(MESSAGES + "/delta", last)));
    }

    private Reply page(String path, List<Sent> found, Map<String, String> query, Map<String, String> atTheEnd) {
        var from = Integer.parseInt(query.getOrDefault("$skiptoken", "0"));
        var to = Math.min(found.size(), from + page());
        var answer = new LinkedHashMap<String, Object>();
        var value = new ArrayList<Map<String, Object>>();
        for (var message : found.subList(from, to)) {
            value.add(Map.of("id", message.id(), "sentDateTime", message.at().toString()));
        }
        answer.put("value", value);
        if (to < found.size()) {
            var more = new LinkedHashMap<>(query);
            more.put("$skiptoken", Integer.toString(to));
            answer.put("@odata.nextLink", link(path, more));
        } else {
            answer.putAll(atTheEnd);
        }
        return Reply.json(200, answer);
    }

    private String link(String path, Map<String, String> query) {
        return at(path) + "?"
                + query.entrySet().stream()
                        .map(field -> Form.encoded(field.getKey()) + "=" + Form.encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private Reply get(String asked) {
        return message(asked.replace("/$value", ""))
                .map(message -> new Reply(200, "text/plain", message.content(), Map.of()))
                .orElseGet(() -> problem(404, "ErrorItemNotFound"));
    }

    private static Reply problem(int status, String code) {
        return Reply.json(status, Map.of("error", Map.of("code", code, "message", "No.")));
    }
}
