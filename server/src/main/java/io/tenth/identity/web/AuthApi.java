package io.tenth.identity.web;

import io.tenth.identity.AccessTokens;
import io.tenth.identity.SignIn;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives access tokens to programs. */
@RestController
@RequestMapping("/api/auth")
class AuthApi {

    private final SignIn signIn;
    private final AccessTokens tokens;

    AuthApi(SignIn signIn, AccessTokens tokens) {
        this.signIn = signIn;
        this.tokens = tokens;
    }

    @PostMapping("/login")
    SignedIn login(@RequestBody Credentials credentials) {
        var account = signIn.signIn(credentials.email(), credentials.password());
        return new SignedIn(tokens.issue(account), "bearer", tokens.life().toSeconds(), UserApi.User.of(account));
    }

    record Credentials(String email, String password) {

        @Override
        public String toString() {
            return "Credentials[hidden]";
        }
    }

    /**
     * A sign-in that succeeded.
     *
     * @param expiresIn seconds
     */
    record SignedIn(String token, String tokenType, long expiresIn, UserApi.User user) {

        @Override
        public String toString() {
            return "SignedIn[hidden]";
        }
    }
}
