package io.tenth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.store.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** What the API takes for a token. Each case is a good token with one thing wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenTest extends ServerTest {

    private static final Map<String, Object> HS256 = Map.of("alg", "HS256");

    @Autowired
    private Secrets secrets;

    @Autowired
    private AccessTokens tokens;

    @Autowired
    private Sessions sessions;

    private Account account;
    private String key;

    @BeforeAll
    void signIn() {
        account = newPerson();
        key = secrets.random("jwt-secret-key");
    }

    @Test
    void takesAGoodToken() {
        assertThat(me(token(HS256, claims(), key)).status()).isEqualTo(200);
    }

    @Test
    void refusesEveryAlgorithmButItsOwn() {
        assertRefused(token(Map.of("alg", "none"), claims(), null));
        assertRefused(token(Map.of("alg", "None"), claims(), null));
        assertRefused(token(Map.of("alg", "none"), claims(), key));
        assertRefused(token(Map.of("alg", "HS384"), claims(), key));
        assertRefused(token(Map.of("alg", "RS256"), claims(), key));
        assertRefused(token(Map.of(), claims(), key));
        assertRefused(token(Map.of("alg", "HS256", "b64", false, "crit", new String[] {"b64"}), claims(), key));
    }

    @Test
    void refusesAnotherKey() {
        assertRefused(token(HS256, claims(), "another key that has more than 32 bytes"));
        assertRefused(token(HS256, claims(), null));
        assertRefused(token(
                Map.of("alg", "HS256", "jwk", Map.of("kty", "oct", "k", "YW5vdGhlcg"), "jku", "http://evil.example"),
                claims(),
                "another key that has more than 32 bytes"));
    }

    @Test
    void refusesAChangedPayload() {
        var parts = token(HS256, claims(), key).split("\\.", -1);
        var forged = encoded(with("role", "admin"));

        assertRefused(parts[0] + "." + forged + "." + parts[2]);
    }

    @Test
    void refusesATokenOutsideItsTime() {
        var now = Clock.systemUTC().instant().getEpochSecond();

        assertRefused(token(HS256, with("exp", now - 1), key));
        assertRefused(token(HS256, with("exp", "tomorrow"), key));
        assertRefused(token(HS256, with("nbf", now + 60), key));
        assertRefused(token(HS256, without("exp"), key));
    }

    @Test
    void refusesATokenForAnotherPurpose() {
        assertRefused(token(HS256, with("type", "refresh"), key));
        assertRefused(token(HS256, with("type", 1), key));
        assertRefused(token(HS256, without("type"), key));
    }

    @Test
    void refusesATokenThatNamesNobody() {
        assertRefused(token(HS256, without("sub"), key));
        assertRefused(token(HS256, with("sub", "admin"), key));
        assertRefused(token(HS256, without("role"), key));
        assertRefused(token(HS256, with("role", "root"), key));
    }

    @Test
    void refusesGarbage() {
        for (var garbage : new String[] {"x", "..", "a.b.c", "=", "%00", "null", "x".repeat(16 * 1024)}) {
            assertRefused(garbage);
        }
        assertThat(api().with("Authorization", "Basic YTpi")
                        .get("/api/users/me")
                        .status())
                .isEqualTo(401);
        assertThat(api().with("Authorization", "Bearer").get("/api/users/me").status())
                .isEqualTo(401);
    }

    @Test
    void takesATokenFromTheHeaderOnly() {
        var token = tokens.issue(account);

        assertThat(api().get("/api/users/me?access_token=" + token).status()).isEqualTo(401);
        assertThat(api().with("Cookie", "access_token=" + token + "; token=" + token)
                        .get("/api/users/me")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void takesNothingThatABrowserSendsOnItsOwn() {
        var session = sessions.begin(account.person());
        var browser = api().with("Cookie", "tenth=" + session.value());

        assertThat(browser.get("/api/users/me").status()).isEqualTo(401);
        assertThat(browser.post("/api/mailboxes", "{\"name\": \"Forged\"}").status())
                .isEqualTo(401);
    }

    private void assertRefused(String token) {
        var answer = me(token);
        assertThat(answer.status()).as(token).isEqualTo(401);
        assertThat(answer.text("/error/code")).isEqualTo("AUTHENTICATION_ERROR");
        assertThat(answer.text("/meta/request_id")).isEqualTo(answer.header("X-Request-ID"));
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    private ApiClient.Answer me(String token) {
        return api().withToken(token).get("/api/users/me");
    }

    private Map<String, Object> claims() {
        var now = Clock.systemUTC().instant().getEpochSecond();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", account.id().value().toString());
        claims.put("email", account.email());
        claims.put("role", "user");
        claims.put("type", "access");
        claims.put("iat", now);
        claims.put("exp", now + 60);
        return claims;
    }

    private Map<String, Object> with(String claim, Object value) {
        var claims = claims();
        claims.put(claim, value);
        return claims;
    }

    private Map<String, Object> without(String claim) {
        var claims = claims();
        claims.remove(claim);
        return claims;
    }

    /** A token made by hand; unsigned where there is no key. */
    private static String token(Map<String, ?> header, Map<String, ?> claims, @Nullable String key) {
        var content = encoded(header) + "." + encoded(claims);
        return content + "." + (key == null ? "" : signature(content, key));
    }

    private static String encoded(Map<String, ?> part) {
        return base64(JsonMapper.shared().writeValueAsBytes(part));
    }

    private static String signature(String content, String key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return base64(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
