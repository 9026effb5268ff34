package io.tenth.identity;

import io.tenth.shared.Actor;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Service;

/**
 * Whom the access tokens of connected programs let in. Each is looked up anew, so that what was ended is over at once, on every
 * node.
 */
@Service
@ConditionalOnBooleanProperty("tenth.identity.connected-programs")
class ProgramTokens implements ProgramAccess {

    private final ProgramGrants grants;

    ProgramTokens(ProgramGrants grants) {
        this.grants = grants;
    }

    @Override
    public Optional<Access> find(String token, String resource) {
        if (!token.startsWith(ProgramSignIn.ACCESS_PREFIX)) {
            return Optional.empty();
        }
        return grants.find(ProgramGrants.Secret.ACCESS, new Actor.Visitor(ProgramGrants.hash(token)))
                .filter(grant -> grant.resource().equals(resource))
                .flatMap(grant -> grants.use(grant, grant.person()));
    }
}
