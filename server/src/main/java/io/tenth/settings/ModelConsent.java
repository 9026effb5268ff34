package io.tenth.settings;

import io.tenth.model.Offer;
import io.tenth.shared.DomainException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether single sentences of a person's mail may be shown to a language model. The consent is to one host: where the operator
 * sets up another, it has to be given anew.
 *
 * @param host the one that was agreed to; null for none
 */
public record ModelConsent(@Nullable String host) {

    /** Nothing leaves the server. */
    public static final ModelConsent NONE = new ModelConsent(null);

    /** To the model that is set up. Refuses where there is none. */
    public static ModelConsent to(Optional<Offer> offer) {
        return offer.map(one -> new ModelConsent(one.host()))
                .orElseThrow(() -> DomainException.invalid(
                        "language_model",
                        "No language model is set up on this server. Its operator can set OPENAI_BASE_URL."));
    }

    /** Whether it is to this model. */
    public boolean covers(Offer offer) {
        return offer.host().equals(host);
    }

    /** Whether it is to the model that is set up. */
    public boolean covers(Optional<Offer> offer) {
        return offer.filter(this::covers).isPresent();
    }
}
