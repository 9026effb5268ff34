package io.tenth.identity.oauth;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;

/**
 * Remembers no consent: a program without a secret may be any program that knows its id, so that its person is asked each time.
 * What they allowed stands in the grant.
 */
final class EachTime implements OAuth2AuthorizationConsentService {

    @Override
    public void save(OAuth2AuthorizationConsent consent) {
        // the grant keeps it
    }

    @Override
    public void remove(OAuth2AuthorizationConsent consent) {
        throw new IllegalStateException("there is no consent that could be removed");
    }

    @Override
    public @Nullable OAuth2AuthorizationConsent findById(String client, String principal) {
        return null;
    }
}
