package io.tenth.mail.gmail;

import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailServiceException.Impossible;
import io.tenth.mail.MailServiceException.Throttled;
import io.tenth.mail.MailServiceException.Unavailable;
import io.tenth.mail.oauth.Answer;
import io.tenth.mail.oauth.Form;
import io.tenth.mail.oauth.GrantedCalls;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The calls of the Gmail API that reading sent mail takes, each with what it costs. Thread-safe. */
final class GmailApi {

    static final int NOT_THERE = 404;

    private static final int REFUSED = 403;
    private static final int TOO_MANY = 429;
    private static final int FIRST_BREAKDOWN = 500;
    private static final Set<String> TOO_MUCH =
            Set.of("rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded", "dailyLimitExceeded");

    private static final String ME = "/gmail/v1/users/me/";

    private final URI batches;
    private final String api;
    private final GrantedCalls calls;
    private final GmailCosts costs;

    GmailApi(URI api, GrantedCalls calls, GmailCosts costs) {
        var host = api.toString().replaceAll("/+$", "");
        this.batches = URI.create(host + "/batch/gmail/v1");
        this.api = host + ME;
        this.calls = calls;
        this.costs = costs;
    }

    GrantedCalls calls() {
        return calls;
    }

    JsonNode profile() throws MailServiceException {
        return good(ask("profile", costs.profile())).json();
    }

    JsonNode list(Map<String, String> query) throws MailServiceException {
        return good(ask("messages?" + Form.of(query), costs.list())).json();
    }

    /** What was added; the answer may be {@link #NOT_THERE}. */
    Answer history(Map<String, String> query) throws MailServiceException {
        var answer = ask("history?" + Form.of(query), costs.history());
        return answer.status() == NOT_THERE ? answer : good(answer);
    }

    /**
     * A message in its bytes; the answer may be {@link #NOT_THERE}, or another refusal of this message alone.
     *
     * @param most bytes of the answer
     */
    Answer message(String id, int most) throws MailServiceException {
        return judged(calls.get(URI.create(api + raw(id)), costs.get(), most));
    }

    /** How many messages one call may ask for. */
    int mostTogether() {
        return costs.together();
    }

    /**
     * Messages by one call over HTTP, which Google counts as one for each. Those that are missing were not got to.
     *
     * @param room when so many bytes of answers have come, the rest is left
     * @param reading of the answer about each as it comes, unjudged and in any order
     */
    <T> Map<String, T> messages(List<String> ids, long room, BatchAnswer.Reading<T> reading)
            throws MailServiceException {
        var answer = new BatchAnswer<>(Set.copyOf(ids), room, reading);
        var price = new GrantedCalls.Price(ids.size(), ids.size() * costs.get());
        good(calls.send(BatchRequest.of(batches, ids, id -> ME + raw(id)), price, answer::read));
        return answer.given();
    }

    /** The answer about a message: it, {@link #NOT_THERE}, or another refusal of this message alone. */
    static Answer judged(Answer answer) throws MailServiceException {
        return answer.refusesTheThing() ? answer : good(answer);
    }

    private static String raw(String id) {
        return "messages/" + Form.encoded(id) + "?format=raw";
    }

    private Answer ask(String path, int units) throws MailServiceException {
        return calls.get(URI.create(api + path), units);
    }

    private static Answer good(Answer answer) throws MailServiceException {
        if (answer.isGood()) {
            return answer;
        }
        if (answer.status() == TOO_MANY || (answer.status() == REFUSED && isTooMuch(answer.problem()))) {
            throw new Throttled("Gmail was asked too much in too short a time.", answer.retryAfter());
        }
        if (answer.status() >= FIRST_BREAKDOWN) {
            throw new Unavailable("Gmail does not answer at the moment.");
        }
        throw new Impossible(
                answer.status() == REFUSED
                        ? "Google does not allow this server to read the mailbox. The Gmail API must be switched on for its project, and reading mail agreed to."
                        : "Gmail refuses what Tenth asks (status " + answer.status() + ").");
    }

    private static boolean isTooMuch(JsonNode problem) {
        for (var error : problem.path("error").path("errors")) {
            if (TOO_MUCH.contains(error.path("reason").asString(""))) {
                return true;
            }
        }
        return problem.path("error").path("status").asString("").equals("RESOURCE_EXHAUSTED");
    }
}
