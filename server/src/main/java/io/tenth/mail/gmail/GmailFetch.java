package io.tenth.mail.gmail;

import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailServiceException.Throttled;
import io.tenth.mail.MailServiceException.Unavailable;
import io.tenth.mail.MailSession.Fetched;
import io.tenth.mail.MailSession.Reference;
import io.tenth.mail.oauth.Answer;
import io.tenth.mail.oauth.Gathering;
import io.tenth.mail.oauth.Gathering.Attempt;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Gets messages of Gmail in batches. What came before another failed is kept for the next try, and costs nothing then. Sizes are
 * not known beforehand, so that a batch which proves too much for the room, the time or for Google is followed by smaller ones;
 * after one that failed as a whole no batch is as large again.
 */
final class GmailFetch {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private static final int SMALLER = 4;

    private final GmailApi api;
    private final Gathering gathering = new Gathering("Gmail", this::together, this::one);
    private int most;
    private int size;

    GmailFetch(GmailApi api) {
        this.api = api;
        this.most = api.mostTogether();
        this.size = most;
    }

    List<Fetched> of(List<Reference> references) throws MailServiceException {
        return gathering.of(references);
    }

    private Map<Reference, Attempt> together(List<Reference> references, long room) throws MailServiceException {
        var asked = references.stream().limit(size).toList();
        var named = asked.stream().filter(GmailFetch::isNamed).toList();
        var attempts = new HashMap<Reference, Attempt>();
        if (named.size() > 1) {
            batch(named, room).forEach((id, attempt) -> attempts.put(new Reference(id), attempt));
        } else {
            named.forEach(reference -> attempts.put(reference, Attempt.of(reference, this::one)));
        }
        asked.stream()
                .filter(reference -> !isNamed(reference))
                .forEach(reference -> attempts.put(reference, new Attempt.Got(new Fetched.Gone(reference))));
        if (attempts.size() < asked.size() || attempts.values().stream().anyMatch(GmailFetch::isTooMuch)) {
            size = smaller();
        } else if (asked.size() == size) {
            size = Math.min(most, size + 1 + size / 2);
        }
        return attempts;
    }

    private Map<String, Attempt> batch(List<Reference> references, long room) throws MailServiceException {
        var ids = references.stream().map(Reference::key).toList();
        try {
            return api.messages(
                    ids,
                    room,
                    (id, answer) ->
                            Attempt.of(new Reference(id), (about, most) -> fetched(about, GmailApi.judged(answer))));
        } catch (MailServiceException broken) {
            most = smaller();
            size = most;
            throw broken;
        }
    }

    private int smaller() {
        return Math.max(1, size / SMALLER);
    }

    private static boolean isTooMuch(Attempt attempt) {
        return attempt instanceof Attempt.Failed failed && failed.why() instanceof Throttled;
    }

    private static boolean isNamed(Reference reference) {
        return ID.matcher(reference.key()).matches();
    }

    private Optional<Fetched> one(Reference reference, int most) throws MailServiceException {
        return fetched(reference, api.message(reference.key(), most));
    }

    private Optional<Fetched> fetched(Reference reference, Answer answer) throws Unavailable {
        if (answer.status() == GmailApi.NOT_THERE) {
            return Optional.of(new Fetched.Gone(reference));
        }
        if (!answer.isGood()) {
            return Optional.of(gathering.refused(reference));
        }
        return answer.complete() ? Optional.of(raw(reference, answer)) : Optional.empty();
    }

    private static Fetched raw(Reference reference, Answer answer) throws Unavailable {
        var message = answer.json();
        try {
            var content = Base64.getUrlDecoder().decode(message.path("raw").asString(""));
            return new Fetched.Raw(reference, content, sentAt(message));
        } catch (IllegalArgumentException noBase64) {
            return new Fetched.Refused(reference, "Gmail gave it in a form that cannot be read.", true);
        }
    }

    private static Optional<Instant> sentAt(JsonNode message) {
        var millis = message.path("internalDate").asString("");
        return millis.matches("\\d{1,15}")
                ? Optional.of(Instant.ofEpochMilli(Long.parseLong(millis)))
                : Optional.empty();
    }
}
