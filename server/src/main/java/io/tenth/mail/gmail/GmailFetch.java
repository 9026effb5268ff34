package io.tenth.mail.gmail;

import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailServiceException.Unavailable;
import io.tenth.mail.MailSession.Fetched;
import io.tenth.mail.MailSession.Reference;
import io.tenth.mail.oauth.Answer;
import io.tenth.mail.oauth.Gathering;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Gets messages of Gmail, some at a time. What came before another failed is kept for the next try, and costs nothing then. */
final class GmailFetch {

    /** Google refuses many calls at once for one person. */
    static final int AT_ONCE = 10;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final GmailApi api;
    private final Gathering gathering = new Gathering("Gmail", AT_ONCE, this::one);

    GmailFetch(GmailApi api) {
        this.api = api;
    }

    List<Fetched> of(List<Reference> references) throws MailServiceException {
        return gathering.of(references);
    }

    private Optional<Fetched> one(Reference reference, int most) throws MailServiceException {
        if (!ID.matcher(reference.key()).matches()) {
            return Optional.of(new Fetched.Gone(reference));
        }
        var answer = api.message(reference.key(), most);
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
