package io.tenth.identity.web;

import io.tenth.crypto.SecretToken;
import io.tenth.identity.Access;
import io.tenth.identity.PasswordChange;
import io.tenth.identity.Recovery;
import io.tenth.identity.SecretCookie;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Changes and replaces passwords. A secret is always in the body: addresses are written to logs. */
@RestController
class PasswordApi {

    private final PasswordChange change;
    private final Recovery recovery;

    PasswordApi(PasswordChange change, Recovery recovery) {
        this.change = change;
        this.recovery = recovery;
    }

    @PostMapping("/api/users/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@RequestBody ChangedPassword body, Access access) {
        change.change(body.currentPassword(), body.newPassword(), access);
    }

    /** Says the same for every address. */
    @PostMapping("/api/auth/password-resets")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void ask(@RequestBody ForgottenPassword body) {
        recovery.ask(body.email());
    }

    /** Ends every session of the person, and revokes every token that they made for a program. */
    @PutMapping("/api/auth/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void replace(@RequestBody ReplacedPassword body, HttpServletRequest request) {
        recovery.replace(new SecretToken(body.token()), body.newPassword(), SecretCookie.DEVICE.read(request));
    }

    record ChangedPassword(String currentPassword, String newPassword) {

        @Override
        public String toString() {
            return "ChangedPassword[hidden]";
        }
    }

    record ForgottenPassword(String email) {}

    record ReplacedPassword(String token, String newPassword) {

        @Override
        public String toString() {
            return "ReplacedPassword[hidden]";
        }
    }
}
