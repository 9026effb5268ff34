package io.tenth.mail.graph;

import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailServiceException.CursorExpired;
import io.tenth.mail.MailServiceException.Impossible;
import io.tenth.mail.MailServiceException.Throttled;
import io.tenth.mail.MailServiceException.Unavailable;
import io.tenth.mail.oauth.Answer;
import io.tenth.mail.oauth.Form;
import io.tenth.mail.oauth.GrantedCalls;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The calls of Graph that reading sent mail takes. The grant is shown to Graph alone, wherever a link points. Thread-safe. */
final class GraphApi {

    private static final int NOT_THERE = 404;
    private static final int GONE = 410;
    private static final int REFUSED = 403;
    private static final int TOO_MANY = 429;
    private static final int FIRST_BREAKDOWN = 500;

    private static final Set<String> FORGOTTEN =
            Set.of("syncStateNotFound", "SyncStateNotFound", "resyncRequired", "syncStateInvalid", "SyncStateInvalid");
    private static final Set<String> NO_SUCH_MESSAGE = Set.of("ErrorItemNotFound", "ErrorInvalidIdMalformed");

    private final String me;
    private final GrantedCalls calls;

    GraphApi(URI api, GrantedCalls calls) {
        this.me = api.toString().replaceAll("/+$", "") + "/v1.0/me";
        this.calls = calls;
    }

    GrantedCalls calls() {
        return calls;
    }

    JsonNode get(String path, Map<String, String> query) throws MailServiceException {
        return good(ask(URI.create(me + path + "?" + Form.of(query)))).json();
    }

    /** What a link of Graph's own leads to. */
    JsonNode follow(String link) throws MailServiceException {
        if (!link.startsWith(me + "/")) {
            throw new CursorExpired();
        }
        var answer = ask(URI.create(link));
        if (answer.status() == GONE || FORGOTTEN.contains(code(answer))) {
            throw new CursorExpired();
        }
        return good(answer).json();
    }

    /**
     * A message in its bytes, or a refusal of this message alone; null when it is not there.
     *
     * @param most bytes of it
     */
    @Nullable
    Answer message(String id, int most) throws MailServiceException {
        var answer = calls.get(URI.create(me + "/messages/" + Form.encoded(id) + "/$value"), 1, most);
        var gone = answer.status() == NOT_THERE || (!answer.isGood() && NO_SUCH_MESSAGE.contains(code(answer)));
        if (gone) {
            return null;
        }
        return answer.refusesTheThing() ? answer : good(answer);
    }

    private Answer ask(URI address) throws MailServiceException {
        return calls.get(address, 1);
    }

    private static Answer good(Answer answer) throws MailServiceException {
        if (answer.isGood()) {
            return answer;
        }
        var breaksDown = answer.status() >= FIRST_BREAKDOWN;
        if (answer.status() == TOO_MANY || (breaksDown && answer.retryAfter().isPresent())) {
            throw new Throttled("Microsoft 365 was asked too much in too short a time.", answer.retryAfter());
        }
        if (breaksDown) {
            throw new Unavailable("Microsoft 365 does not answer at the moment.");
        }
        throw new Impossible(
                answer.status() == REFUSED || answer.status() == NOT_THERE
                        ? "Microsoft 365 does not let this server read the mailbox. Reading mail must be agreed to, and the account must have a mailbox."
                        : "Microsoft 365 refuses what Tenth asks (status " + answer.status() + ").");
    }

    private static String code(Answer answer) {
        return answer.isGood()
                ? ""
                : answer.problem().path("error").path("code").asString("");
    }
}
