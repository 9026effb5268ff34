package io.tenth.web;

import io.tenth.identity.Account;
import io.tenth.shared.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Who made this request: by a browser's session, then with the account, or by an access token of the API. */
final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Actor.Person person;
    private final transient @Nullable Account account;

    private SignedIn(Actor.Person person, @Nullable Account account) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + person.role().name())));
        this.person = person;
        this.account = account;
        setAuthenticated(true);
    }

    static SignedIn byToken(Actor.Person person) {
        return new SignedIn(person, null);
    }

    static SignedIn bySession(Account account) {
        return new SignedIn(account.person(), account);
    }

    Actor.Person person() {
        return person;
    }

    @Nullable
    Account account() {
        return account;
    }

    @Override
    public Object getPrincipal() {
        return person.user().value();
    }

    @Override
    public String getCredentials() {
        return "";
    }
}
