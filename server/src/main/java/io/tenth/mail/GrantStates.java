package io.tenth.mail;

import io.tenth.crypto.Place;
import io.tenth.crypto.Vault;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import java.util.Base64;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Seals what a sign-in was begun for under the person's own key, so that nobody else's browser can end it. */
@Component
class GrantStates {

    private final Vault vault;

    GrantStates(Vault vault) {
        this.vault = vault;
    }

    @Transactional(readOnly = true)
    String close(GrantState state, Actor.Person person) {
        var closed =
                vault.sealOf(person).close(place(person), JsonMapper.shared().writeValueAsString(state));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(closed);
    }

    /** Refuses what this did not close for the same person. */
    @Transactional(readOnly = true)
    GrantState open(String text, Actor.Person person) {
        try {
            var opened = vault.sealOf(person)
                    .open(place(person), Base64.getUrlDecoder().decode(text));
            return JsonMapper.shared().readValue(opened, GrantState.class);
        } catch (IllegalArgumentException | IllegalStateException notOurs) {
            throw refused();
        }
    }

    static DomainException refused() {
        return DomainException.invalid(
                "This sign-in took too long, or was begun by somebody else or in another browser. Begin it again here.");
    }

    private static Place place(Actor.Person person) {
        return new Place("mailboxes", "grant_state", person.user().value());
    }
}
