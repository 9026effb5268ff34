package io.tenth.identity;

import org.springframework.stereotype.Service;

/** Makes personal tokens for people who give their password again: a token lasts longer than the session it was made in. */
@Service
public class TokenMaking {

    private final ApiTokens tokens;
    private final CurrentPassword current;
    private final Passwords passwords;

    TokenMaking(ApiTokens tokens, CurrentPassword current, Passwords passwords) {
        this.tokens = tokens;
        this.current = current;
        this.passwords = passwords;
    }

    public ApiTokens.Made make(NewApiToken asked, String password, Access access) {
        PasswordRule.checkPossible(password, "current_password");
        passwords.inTurn(() -> {
            current.check(password, access.account());
            return access;
        });
        return tokens.make(asked, access.person());
    }
}
