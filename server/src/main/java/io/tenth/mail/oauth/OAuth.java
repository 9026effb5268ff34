package io.tenth.mail.oauth;

import io.tenth.mail.Connection;
import io.tenth.mail.Grants;
import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailServiceException.Impossible;
import io.tenth.mail.MailServiceException.Reconnect;
import io.tenth.mail.MailServiceException.Throttled;
import io.tenth.mail.MailServiceException.Unavailable;
import io.tenth.mail.MailboxKind;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Grants of one provider by OAuth 2.0: the authorization code with PKCE, and the refresh token that comes of it. */
public final class OAuth implements Grants {

    /** The person must sign in anew; the words of RFC 6749 and of OpenID Connect. */
    private static final Set<String> GONE = Set.of("invalid_grant", "interaction_required", "consent_required");

    private static final int TOO_MANY = 429;
    private static final int FIRST_BREAKDOWN = 500;

    private final Application application;
    private final Http http;
    private final Clock clock;

    public OAuth(Application application, Http http, Clock clock) {
        this.application = application;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public MailboxKind kind() {
        return application.kind();
    }

    @Override
    public boolean isSetUp() {
        return application.clientId() != null;
    }

    @Override
    public URI link(String state, String challenge, URI returnTo) {
        var query = new LinkedHashMap<>(application.options());
        query.put("response_type", "code");
        query.put("client_id", clientId());
        query.put("redirect_uri", returnTo.toString());
        query.put("scope", application.scope());
        query.put("state", state);
        query.put("code_challenge", challenge);
        query.put("code_challenge_method", "S256");
        return URI.create(application.signInUrl() + "?" + Form.of(query));
    }

    @Override
    public Connection.Grant redeem(String code, String verifier, URI returnTo) throws MailServiceException {
        var grant = grant(
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "code_verifier",
                        verifier,
                        "redirect_uri",
                        returnTo.toString()),
                new Connection.Grant("", null, null, null));
        if (grant.refreshToken().isEmpty()) {
            throw new Reconnect(
                    application.provider() + " has given no lasting leave. Sign in again, and agree to all of it.");
        }
        return grant;
    }

    @Override
    public boolean giveBack(Connection.Grant grant) throws MailServiceException {
        var address = application.revokeUrl();
        return address != null
                && http.ask(form(address, Map.of("token", grant.refreshToken())))
                        .isGood();
    }

    /** The grant with a new access token, and with a new refresh token where the provider has changed it. */
    Connection.Grant refresh(Connection.Grant grant) throws MailServiceException {
        return grant(Map.of("grant_type", "refresh_token", "refresh_token", grant.refreshToken()), grant);
    }

    Clock clock() {
        return clock;
    }

    String provider() {
        return application.provider();
    }

    private Connection.Grant grant(Map<String, String> asked, Connection.Grant before) throws MailServiceException {
        var form = new LinkedHashMap<>(asked);
        form.put("client_id", clientId());
        if (application.clientSecret() != null) {
            form.put("client_secret", application.clientSecret());
        }
        var answer = http.ask(form(application.tokenUrl(), form));
        if (!answer.isGood()) {
            throw refusal(answer);
        }
        var given = answer.json();
        return new Connection.Grant(
                given.path("refresh_token").asString(before.refreshToken()),
                accessToken(given),
                clock.instant()
                        .plusSeconds(given.path("expires_in")
                                .asLong(Duration.ofHours(1).toSeconds())),
                before.account());
    }

    private static HttpRequest.Builder form(URI address, Map<String, String> fields) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Form.of(fields)));
    }

    private static String accessToken(JsonNode given) throws Unavailable {
        var token = given.path("access_token").asString("");
        if (token.isEmpty() || token.chars().anyMatch(Character::isISOControl)) {
            throw new Unavailable("The mail service answers in a way that cannot be read.");
        }
        return token;
    }

    private MailServiceException refusal(Answer answer) {
        if (GONE.contains(answer.problem().path("error").asString(""))) {
            return new Reconnect(application.provider() + " no longer lets Tenth read this mailbox. Connect it again.");
        }
        if (answer.status() == TOO_MANY) {
            return new Throttled(application.provider() + " was asked too often.", answer.retryAfter());
        }
        return answer.status() >= FIRST_BREAKDOWN
                ? new Unavailable(application.provider() + " does not answer at the moment.")
                : new Impossible(
                        application.provider()
                                + " does not take the sign-in of this server. Whoever runs Tenth can look at its client id and secret.");
    }

    private String clientId() {
        @Nullable String id = application.clientId();
        if (id == null) {
            throw new IllegalStateException("this server is not registered with " + application.provider());
        }
        return id;
    }
}
