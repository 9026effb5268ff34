package io.tenth.mail.graph;

import io.tenth.mail.Connection;
import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailServiceException.Unavailable;
import io.tenth.mail.MailSession;
import io.tenth.mail.oauth.Gathering;
import io.tenth.mail.oauth.Parallel;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Sent mail at Microsoft 365. A listing is a plain one, since a delta that looks back gives 5,000 messages at most; its cursor is
 * the link of a delta that begins shortly before it, so that nothing falls between the two. Pages are Graph's own links.
 */
final class GraphSession implements MailSession {

    private static final String SENT = "/mailFolders/sentitems/messages";
    private static final int MOST_AT_ONCE = 4;
    private static final int MOST_TIMES = 5_000;
    private static final Duration OVERLAP = Duration.ofHours(1);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_=+-]{1,400}");

    private final GraphApi api;
    private final Clock clock;

    /** When the messages of the latest pages were sent: a message's bytes do not say so for sure. */
    private final Map<String, Instant> sentAt = new HashMap<>();

    private final Gathering gathering =
            new Gathering("Microsoft 365", new Parallel(MOST_AT_ONCE, this::one), this::one);

    /** Opens the folder of sent mail. */
    GraphSession(GraphApi api, Clock clock) throws MailServiceException {
        this.api = api;
        this.clock = clock;
        if (api.calls().account().isEmpty()) {
            var me = api.get("", Map.of("$select", "userPrincipalName"));
            api.calls().noteAccount(me.path("userPrincipalName").asString("unknown"));
        }
        api.get("/mailFolders/sentitems", Map.of("$select", "id"));
    }

    @Override
    public Listing sentSince(Instant since, @Nullable String page) throws MailServiceException {
        if (page != null) {
            var cut = page.indexOf(' ');
            return listing(api.follow(page.substring(cut + 1)), page.substring(0, cut));
        }
        var cursor = cursorFrom(clock.instant().minus(OVERLAP));
        return listing(
                api.get(
                        SENT,
                        Map.of(
                                "$select", "id,sentDateTime",
                                "$filter", "sentDateTime ge " + since.truncatedTo(ChronoUnit.SECONDS),
                                "$orderby", "sentDateTime desc")),
                cursor);
    }

    @Override
    public Listing addedAfter(String cursor, @Nullable String page) throws MailServiceException {
        var answer = api.follow(page == null ? cursor : page);
        var next = link(answer, "nextLink");
        return new Listing(references(answer), next, next == null ? deltaLink(answer) : null);
    }

    @Override
    public List<Fetched> fetch(List<Reference> references) throws MailServiceException {
        return gathering.of(references);
    }

    /** As many as can be had within a deadline, four at a time. */
    @Override
    public int fetchSize() {
        return 12;
    }

    @Override
    public int calls() {
        return api.calls().made();
    }

    @Override
    public Optional<Connection> renewed() {
        return api.calls().renewed();
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    /** The link that gives what is added from now on: the end of a delta that has nothing but the latest messages. */
    private String cursorFrom(Instant from) throws MailServiceException {
        var answer = api.get(
                SENT + "/delta",
                Map.of(
                        "changeType", "created",
                        "$select", "id,sentDateTime",
                        "$filter", "receivedDateTime ge " + from.truncatedTo(ChronoUnit.SECONDS)));
        for (var next = link(answer, "nextLink"); next != null; next = link(answer, "nextLink")) {
            answer = api.follow(next);
        }
        return deltaLink(answer);
    }

    private Listing listing(JsonNode answer, String cursor) {
        var next = link(answer, "nextLink");
        return new Listing(references(answer), next == null ? null : cursor + " " + next, cursor);
    }

    private List<Reference> references(JsonNode answer) {
        if (sentAt.size() > MOST_TIMES) {
            sentAt.clear();
        }
        return answer.path("value")
                .valueStream()
                .filter(message -> !message.has("@removed"))
                .map(this::reference)
                .toList();
    }

    private Reference reference(JsonNode message) {
        var id = message.path("id").asString("");
        time(message.path("sentDateTime").asString("")).ifPresent(at -> sentAt.put(id, at));
        return new Reference(id);
    }

    private Optional<Fetched> one(Reference reference, int most) throws MailServiceException {
        if (!ID.matcher(reference.key()).matches()) {
            return Optional.of(new Fetched.Gone(reference));
        }
        var answer = api.message(reference.key(), most);
        if (answer == null) {
            return Optional.of(new Fetched.Gone(reference));
        }
        if (!answer.isGood()) {
            return Optional.of(gathering.refused(reference));
        }
        return answer.complete()
                ? Optional.of(
                        new Fetched.Raw(reference, answer.body(), Optional.ofNullable(sentAt.get(reference.key()))))
                : Optional.empty();
    }

    private static Optional<Instant> time(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static @Nullable String link(JsonNode answer, String name) {
        var link = answer.path("@odata." + name).asString("");
        return link.isEmpty() || link.indexOf(' ') >= 0 ? null : link;
    }

    private static String deltaLink(JsonNode answer) throws Unavailable {
        var link = link(answer, "deltaLink");
        if (link == null) {
            throw new Unavailable("The mail service answers in a way that cannot be read.");
        }
        return link;
    }
}
