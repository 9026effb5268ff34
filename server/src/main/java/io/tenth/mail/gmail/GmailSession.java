package io.tenth.mail.gmail;

import io.tenth.mail.Connection;
import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailServiceException.CursorExpired;
import io.tenth.mail.MailSession;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Sent mail at Gmail. Its cursor is the history's number from before a listing began, so that nothing falls between the two; a
 * page of a listing carries it along.
 */
final class GmailSession implements MailSession {

    private static final String MOST_A_PAGE = "500";

    private final GmailApi api;
    private final GmailFetch fetch;

    /** Opens the mailbox, which the account's name shows to be there. */
    GmailSession(GmailApi api) throws MailServiceException {
        this.api = api;
        this.fetch = new GmailFetch(api);
        api.calls().noteAccount(api.profile().path("emailAddress").asString("unknown"));
    }

    @Override
    public Listing sentSince(Instant since, @Nullable String page) throws MailServiceException {
        return sentSince(since, List.of(), page);
    }

    @Override
    public Listing sentSince(Instant since, List<String> words, @Nullable String page) throws MailServiceException {
        var place = page == null ? new Place(api.profile().path("historyId").asString(""), null) : Place.of(page);
        var query = query(place);
        query.put("labelIds", "SENT");
        query.put("q", "after:" + since.getEpochSecond() + quoted(words));
        var listed = api.list(query);
        return new Listing(
                listed.path("messages")
                        .valueStream()
                        .map(GmailSession::reference)
                        .toList(),
                place.next(listed),
                place.history());
    }

    @Override
    public Listing addedAfter(String cursor, @Nullable String page) throws MailServiceException {
        var place = page == null ? new Place(cursor, null) : Place.of(page);
        var query = query(place);
        query.put("startHistoryId", cursor);
        query.put("labelId", "SENT");
        query.put("historyTypes", "messageAdded");
        var answer = api.history(query);
        if (answer.status() == GmailApi.NOT_THERE) {
            throw new CursorExpired();
        }
        var listed = answer.json();
        var next = place.next(listed);
        return new Listing(
                added(listed), next, next == null ? listed.path("historyId").asString(cursor) : null);
    }

    @Override
    public List<Fetched> fetch(List<Reference> references) throws MailServiceException {
        return fetch.of(references);
    }

    @Override
    public int fetchSize() {
        return api.mostTogether();
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

    /** Within quotes no word is an operator of the search. */
    private static String quoted(List<String> words) {
        return words.stream()
                .map(word -> word.replace("\"", ""))
                .filter(word -> !word.isEmpty())
                .map(word -> " \"" + word + "\"")
                .collect(Collectors.joining());
    }

    private static Map<String, String> query(Place place) {
        var query = new LinkedHashMap<String, String>();
        query.put("maxResults", MOST_A_PAGE);
        if (place.token() != null) {
            query.put("pageToken", place.token());
        }
        return query;
    }

    /** Each message once, however many changes name it. */
    private static List<Reference> added(JsonNode listed) {
        Set<String> seen = new HashSet<>();
        return listed.path("history")
                .valueStream()
                .flatMap(GmailSession::messages)
                .filter(message -> seen.add(message.path("id").asString("")))
                .map(GmailSession::reference)
                .toList();
    }

    private static Stream<JsonNode> messages(JsonNode change) {
        return change.path("messagesAdded").valueStream().map(added -> added.path("message"));
    }

    private static Reference reference(JsonNode message) {
        return new Reference(message.path("id").asString(""));
    }

    /**
     * Where a listing goes on.
     *
     * @param history the cursor from before it began
     * @param token of the page; null for the first
     */
    private record Place(String history, @Nullable String token) {

        static Place of(String page) {
            var cut = page.indexOf(' ');
            return new Place(page.substring(0, cut), page.substring(cut + 1));
        }

        @Nullable
        String next(JsonNode listed) {
            var next = listed.path("nextPageToken").asString("");
            return next.isEmpty() ? null : history + " " + next;
        }
    }
}
