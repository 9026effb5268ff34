package io.tenth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.store.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the API takes for a token. Each case is a good token with one thing wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenTest extends ServerTest {

    @Autowired
    private Secrets secrets;

    @Autowired
    private TokenSignIn tokens;

    @Autowired
    private Sessions sessions;

    private Account account;
    private String key;
    private Map<String, Object> header;
    private Map<String, Object> good;

    @BeforeAll
    void signIn() {
        account = newPerson();
        key = secrets.random("jwt-secret-key");
        var parts = tokens.begin(account, Device.NONE).accessToken().split("\\.", -1);
        header = decoded(parts[0]);
        good = decoded(parts[1]);
    }

    @Test
    void takesAGoodToken() {
        assertThat(me(token(header, claims(), key)).status()).isEqualTo(200);
    }

    @Test
    void refusesEveryAlgorithmButItsOwn() {
        assertRefused(token(headerWith("alg", "none"), claims(), null));
        assertRefused(token(headerWith("alg", "None"), claims(), null));
        assertRefused(token(headerWith("alg", "none"), claims(), key));
        assertRefused(token(headerWith("alg", "HS384"), claims(), key));
        assertRefused(token(headerWith("alg", "HS512"), claims(), key));
        assertRefused(token(headerWith("alg", "RS256"), claims(), key));
        assertRefused(token(Map.of("kid", header.get("kid")), claims(), key));
    }

    @Test
    void refusesWhatAHeaderAsksForBesidesItsKey() {
        var unencoded = headerWith("b64", false);
        unencoded.put("crit", List.of("b64"));
        assertRefused(token(unencoded, claims(), key));
        assertRefused(token(headerWith("typ", "at+jwt"), claims(), key));
        for (var kid : List.of("../../../dev/null", "' OR '1'='1", "", "0000000000000000")) {
            assertRefused(token(headerWith("kid", kid), claims(), key));
            assertRefused(token(headerWith("kid", kid), claims(), ""));
        }
        assertRefused(token(Map.of("alg", "HS256", "typ", "JWT"), claims(), key));
    }

    @Test
    void refusesAnotherKey() {
        var another = "another key that has more than 32 bytes";
        assertRefused(token(header, claims(), another));
        assertRefused(token(header, claims(), null));
        var jwk = Map.of("kty", "oct", "k", base64(another.getBytes(StandardCharsets.UTF_8)));
        assertRefused(token(headerWith("jwk", jwk), claims(), another));
        assertRefused(token(headerWith("jku", "http://127.0.0.1:" + port() + "/keys"), claims(), another));
        assertRefused(token(headerWith("x5u", "http://127.0.0.1:" + port() + "/keys"), claims(), another));
    }

    @Test
    void refusesAnEncryptedToken() {
        var bomb = encoded(Map.of("alg", "dir", "enc", "A256GCM", "zip", "DEF"));
        assertRefused(bomb + "..AAAAAAAAAAAAAAAA." + "A".repeat(2000) + ".AAAAAAAAAAAAAAAAAAAAAA");
    }

    @Test
    void refusesAChangedPayload() {
        var parts = token(header, claims(), key).split("\\.", -1);
        var forged = encoded(with("role", "admin"));

        assertRefused(parts[0] + "." + forged + "." + parts[2]);
    }

    @Test
    void refusesATokenOutsideItsTime() {
        var now = Clock.systemUTC().instant().getEpochSecond();

        assertRefused(token(header, with("exp", now - 1), key));
        assertRefused(token(header, with("exp", "tomorrow"), key));
        assertRefused(token(header, with("exp", String.valueOf(now + 60)), key));
        assertRefused(token(header, with("nbf", now + 60), key));
        assertRefused(token(header, without("exp"), key));
        assertRefused(token(header, without("iat"), key));
        assertRefused(token(header, with("iat", String.valueOf(now)), key));
    }

    @Test
    void takesATokenUntilItsEndAndNotAfterwards() {
        var api = api(account);
        assertThat(api.get("/api/users/me").status()).isEqualTo(200);

        clock().advance(Duration.ofMinutes(15));

        assertThat(api.get("/api/users/me").status()).isEqualTo(401);
    }

    @Test
    void refusesAClaimThatIsThereTwice() {
        var claims = JsonMapper.shared().writeValueAsString(claims());
        var twice = claims.replaceFirst("\\{", "{\"sub\":\"" + newPerson().id().value() + "\",");

        assertRefused(signed(encoded(header) + "." + base64(twice.getBytes(StandardCharsets.UTF_8)), key));
    }

    @Test
    void refusesATokenForAnotherPurpose() {
        assertRefused(token(header, with("type", "refresh"), key));
        assertRefused(token(header, with("type", "id"), key));
        assertRefused(token(header, with("type", 1), key));
        assertRefused(token(header, without("type"), key));
        assertRefused(token(header, with("iss", "https://elsewhere.example"), key));
        assertRefused(token(header, without("iss"), key));
        assertRefused(token(header, with("aud", "another program"), key));
        assertRefused(token(header, with("aud", List.of("tenth", "another program")), key));
        assertRefused(token(header, without("aud"), key));
        assertRefused(tokens.begin(account, Device.NONE).refreshToken());
    }

    @Test
    void refusesATokenThatNamesNobody() {
        assertRefused(token(header, without("sub"), key));
        assertRefused(token(header, with("sub", "admin"), key));
        assertRefused(token(header, with("sub", newPerson().id().value().toString()), key));
        assertRefused(token(header, without("sid"), key));
        assertRefused(token(header, with("sid", "x"), key));
        assertRefused(token(header, with("sid", UUID.randomUUID().toString()), key));
    }

    @Test
    void believesTheAccountAndNotTheTokenAboutTheRole() {
        assertThat(me(token(header, with("role", "admin"), key)).text("/role")).isEqualTo("user");
    }

    @Test
    void refusesGarbage() {
        for (var garbage : new String[] {
            "x", "..", "a.b.c", "=", "%00", "null", "x".repeat(16 * 1024), "a." + "x".repeat(16 * 1024) + ".c"
        }) {
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
        var token = tokens.begin(account, Device.NONE).accessToken();

        assertThat(api().get("/api/users/me?access_token=" + token).status()).isEqualTo(401);
        assertThat(api().with("Cookie", "access_token=" + token + "; token=" + token)
                        .get("/api/users/me")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void takesNothingThatABrowserSendsOnItsOwn() {
        var session = sessions.begin(Device.NONE, account.person());
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
        return new LinkedHashMap<>(good);
    }

    private Map<String, Object> headerWith(String field, Object value) {
        var changed = new LinkedHashMap<>(header);
        changed.put(field, value);
        return changed;
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
        return key == null ? content + "." : signed(content, key.isEmpty() ? "\0" : key);
    }

    private static String signed(String content, String key) {
        return content + "." + signature(content, key);
    }

    private static Map<String, Object> decoded(String part) {
        return JsonMapper.shared().readValue(Base64.getUrlDecoder().decode(part), new TypeReference<>() {});
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
