package io.tenth.identity.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tenth.identity.Access;
import io.tenth.identity.Device;
import io.tenth.identity.KnownDevices;
import io.tenth.identity.SecretCookie;
import io.tenth.identity.Sessions;
import io.tenth.identity.SignIn;
import io.tenth.identity.TokenSignIn;
import io.tenth.shared.DomainException;
import io.tenth.shared.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives programs their tokens. A script in a browser never sees its refresh token: it is a cookie. A native program, which has
 * no cookies, asks for it in the body and presents it in the body.
 */
@RestController
@RequestMapping("/api/auth")
class AuthApi {

    private final SignIn signIn;
    private final TokenSignIn tokens;
    private final Sessions sessions;
    private final KnownDevices devices;

    AuthApi(SignIn signIn, TokenSignIn tokens, Sessions sessions, KnownDevices devices) {
        this.signIn = signIn;
        this.tokens = tokens;
        this.sessions = sessions;
        this.devices = devices;
    }

    @PostMapping("/login")
    ResponseEntity<SignedIn> login(@RequestBody Credentials typed, HttpServletRequest request) {
        var account = signIn.signIn(
                new SignIn.Credentials(typed.email(), typed.password(), SecretCookie.DEVICE.read(request)));
        var granted = tokens.begin(account, Device.of(request));
        var mark = SecretCookie.DEVICE.give(devices.mark(account), KnownDevices.LIFE, request);
        return answer(granted, typed.client() == Client.NATIVE, request)
                .header(HttpHeaders.SET_COOKIE, mark)
                .body(SignedIn.of(granted, typed.client() == Client.NATIVE));
    }

    /** Answers in the way in which the token came. */
    @PostMapping("/refresh")
    ResponseEntity<SignedIn> refresh(
            @RequestBody(required = false) @Nullable RefreshToken body, HttpServletRequest request) {
        var granted = tokens.renew(presented(body, request), Device.of(request));
        var inBody = body != null && body.refreshToken() != null;
        return answer(granted, inBody, request).body(SignedIn.of(granted, inBody));
    }

    /** Ends the session of the access token; where that has run out, the one of the refresh token. */
    @PostMapping("/logout")
    ResponseEntity<Void> logout(
            @RequestBody(required = false) @Nullable RefreshToken body,
            @Nullable Access access,
            HttpServletRequest request) {
        if (access != null && access.session() != null) {
            sessions.end(access.session(), access.person());
        } else {
            tokens.end(presented(body, request));
        }
        return ended(request);
    }

    /** Ends every session of the person, the browsers' included. */
    @PostMapping("/logout-all")
    ResponseEntity<Void> logoutAll(Access access, HttpServletRequest request) {
        sessions.endAll(null, access.person());
        return ended(request);
    }

    private static String presented(@Nullable RefreshToken body, HttpServletRequest request) {
        return Optional.ofNullable(body)
                .map(RefreshToken::refreshToken)
                .or(() -> SecretCookie.REFRESH.read(request))
                .orElseThrow(() -> new DomainException(
                        ErrorCode.AUTHENTICATION_ERROR,
                        "There is no refresh token, neither in the cookie nor in the body."));
    }

    /** With the refresh token in its cookie, unless it goes into the body. */
    private static ResponseEntity.BodyBuilder answer(
            TokenSignIn.Tokens granted, boolean inBody, HttpServletRequest request) {
        var answer = ResponseEntity.ok();
        return inBody
                ? answer
                : answer.header(
                        HttpHeaders.SET_COOKIE,
                        SecretCookie.REFRESH.give(granted.refreshToken(), granted.refreshLife(), request));
    }

    private static ResponseEntity<Void> ended(HttpServletRequest request) {
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, SecretCookie.REFRESH.take(request))
                .build();
    }

    enum Client {
        BROWSER,
        NATIVE
    }

    record Credentials(
            String email, String password, @Nullable Client client) {

        @Override
        public String toString() {
            return "Credentials[hidden]";
        }
    }

    record RefreshToken(@Nullable String refreshToken) {

        @Override
        public String toString() {
            return "RefreshToken[hidden]";
        }
    }

    /**
     * A sign-in that succeeded.
     *
     * @param expiresIn seconds
     * @param refreshToken absent where it is in the cookie
     */
    record SignedIn(
            String token,
            String tokenType,
            long expiresIn,
            UserApi.User user,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String refreshToken) {

        static SignedIn of(TokenSignIn.Tokens granted, boolean inBody) {
            return new SignedIn(
                    granted.accessToken(),
                    "bearer",
                    granted.life().toSeconds(),
                    UserApi.User.of(granted.account()),
                    inBody ? granted.refreshToken() : null);
        }

        @Override
        public String toString() {
            return "SignedIn[hidden]";
        }
    }
}
