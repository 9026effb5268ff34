package io.tenth.identity;

import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.ErrorCode;
import io.tenth.shared.Role;
import java.time.Duration;
import org.springframework.stereotype.Service;

/** Gives a program that has signed in its pair of tokens, and renews it. */
@Service
public class TokenSignIn {

    private final Sessions sessions;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final Accounts accounts;
    private final Letters letters;

    TokenSignIn(
            Sessions sessions,
            AccessTokens accessTokens,
            RefreshTokens refreshTokens,
            Accounts accounts,
            Letters letters) {
        this.sessions = sessions;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.accounts = accounts;
        this.letters = letters;
    }

    /**
     * What a program goes on with.
     *
     * @param life of the access token
     * @param refreshLife of the refresh token
     */
    public record Tokens(
            Account account, String accessToken, Duration life, String refreshToken, Duration refreshLife) {

        @Override
        public String toString() {
            return "Tokens[hidden]";
        }
    }

    public Tokens begin(Account account, Device device) {
        var first = refreshTokens.next();
        return tokens(account, sessions.begin(first, device, account.person()), first);
    }

    /** Takes a refresh token, once. Refuses one that is not good; one that was spent before also ends its session. */
    public Tokens renew(String refreshToken, Device device) {
        var presented = refreshTokens.verify(refreshToken).orElseThrow(TokenSignIn::ended);
        var renewal = sessions.renew(presented, device, new Actor.Person(presented.user(), Role.USER));
        return switch (renewal) {
            case Sessions.Renewal.Renewed renewed ->
                tokens(renewed.access().account(), presented.session(), renewed.current());
            case Sessions.Renewal.Ended ended -> {
                if (ended.reused()) {
                    letters.afterwards(() -> warn(new Actor.Person(presented.user(), Role.USER)));
                }
                throw ended();
            }
        };
    }

    /** Ends the session that a refresh token belongs to, whichever of the session's tokens it is. */
    public void end(String refreshToken) {
        var presented = refreshTokens.verify(refreshToken).orElseThrow(TokenSignIn::ended);
        sessions.end(presented.session(), new Actor.Person(presented.user(), Role.USER));
    }

    private void warn(Actor.Person person) {
        letters.send(
                accounts.own(person).email(),
                "A sign-in of yours was ended",
                "A program presented a token of your account in Tenth that had been used before. Either it was copied, or"
                        + " the program lost its place. The sign-in was ended; sign in again.\n\n"
                        + "If you know of no such program, change your password.\n");
    }

    private Tokens tokens(Account account, SessionId session, SessionRepository.Current current) {
        return new Tokens(
                account,
                accessTokens.issue(account, session),
                accessTokens.life(),
                refreshTokens.token(account.id(), session, current),
                refreshTokens.life());
    }

    private static DomainException ended() {
        return new DomainException(ErrorCode.AUTHENTICATION_ERROR, "This sign-in has ended. Sign in again.");
    }
}
