package io.tenth.mail.graph;

import io.tenth.mail.MailboxKind;
import io.tenth.mail.oauth.Application;
import io.tenth.mail.oauth.Http;
import io.tenth.mail.oauth.OAuth;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Microsoft 365 as the operator has set it up. */
@Configuration(proxyBeanMethods = false)
class GraphConfiguration {

    /** To read mail, to know whose it is, and to go on doing so. */
    private static final String SCOPE =
            "https://graph.microsoft.com/Mail.Read https://graph.microsoft.com/User.Read offline_access";

    @Bean
    OAuth graphGrants(GraphSettings settings, Clock clock) {
        var signIn = settings.signInUrl() + "/" + settings.tenant() + "/oauth2/v2.0/";
        var application = new Application(
                MailboxKind.GRAPH,
                "Microsoft",
                URI.create(signIn + "authorize"),
                URI.create(signIn + "token"),
                null,
                settings.clientId(),
                settings.clientSecret(),
                SCOPE,
                Map.of("prompt", "select_account"));
        return new OAuth(application, new Http(), clock);
    }

    @Bean
    GraphMail graphMail(GraphSettings settings, OAuth graphGrants, Clock clock) {
        return new GraphMail(graphGrants, new Http(), settings.apiUrl(), GraphMail.LIMIT, clock);
    }
}
