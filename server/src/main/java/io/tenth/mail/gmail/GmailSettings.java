package io.tenth.mail.gmail;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Gmail as the operator has set it up.
 *
 * @param clientId null where this server is not registered with Google
 * @param apiUrl where the API is; another than Google's for tests alone
 * @param quota the profile of costs
 * @param unitsPerMinute null for those of the profile, as are the costs
 */
@ConfigurationProperties("tenth.mail.gmail")
record GmailSettings(
        @Nullable String clientId,
        @Nullable String clientSecret,
        URI apiUrl,
        URI signInUrl,
        URI tokenUrl,
        URI revokeUrl,
        String quota,
        @Nullable Integer unitsPerMinute,
        @Nullable Integer getCost,
        @Nullable Integer listCost,
        @Nullable Integer historyCost) {

    GmailCosts costs() {
        var published = GmailCosts.Profile.ofKey(quota).costs();
        return new GmailCosts(
                Objects.requireNonNullElse(unitsPerMinute, published.units()),
                published.period(),
                Objects.requireNonNullElse(getCost, published.get()),
                Objects.requireNonNullElse(listCost, published.list()),
                Objects.requireNonNullElse(historyCost, published.history()),
                published.profile());
    }

    @Override
    public String toString() {
        return "GmailSettings[" + apiUrl + ", " + quota + "]";
    }
}
