package io.tenth.web;

import io.tenth.identity.Access;
import io.tenth.identity.Account;
import io.tenth.shared.Actor;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Who made this request, and what it may do. */
final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Access access;

    private SignedIn(Access access) {
        super(List.of(
                new SimpleGrantedAuthority("ROLE_" + access.account().role().name())));
        this.access = access;
        setAuthenticated(true);
    }

    /** Lets a request in; the chain of filters forgets it at the end. */
    static void letIn(Access access) {
        SecurityContextHolder.setContext(new SecurityContextImpl(new SignedIn(access)));
    }

    Access access() {
        return access;
    }

    Actor.Person person() {
        return access.person();
    }

    Account account() {
        return access.account();
    }

    @Override
    public Object getPrincipal() {
        return account().id().value();
    }

    @Override
    public String getCredentials() {
        return "";
    }
}
