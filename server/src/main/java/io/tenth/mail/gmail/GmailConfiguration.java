package io.tenth.mail.gmail;

import io.tenth.mail.MailboxKind;
import io.tenth.mail.oauth.Application;
import io.tenth.mail.oauth.Http;
import io.tenth.mail.oauth.OAuth;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gmail as the operator has set it up. */
@Configuration(proxyBeanMethods = false)
class GmailConfiguration {

    /** To read, and nothing else. The narrower one for metadata gives no text. */
    private static final String SCOPE = "https://www.googleapis.com/auth/gmail.readonly";

    @Bean
    OAuth gmailGrants(GmailSettings settings, Clock clock) {
        return new OAuth(application(settings), new Http(), clock);
    }

    @Bean
    GmailMail gmailMail(GmailSettings settings, OAuth gmailGrants) {
        return new GmailMail(gmailGrants, new Http(), settings.apiUrl(), settings.costs());
    }

    /** Google gives a refresh token only where it is asked for by name, and for a second time only with the consent. */
    private static Application application(GmailSettings settings) {
        return new Application(
                MailboxKind.GMAIL,
                "Google",
                settings.signInUrl(),
                settings.tokenUrl(),
                settings.revokeUrl(),
                settings.clientId(),
                settings.clientSecret(),
                SCOPE,
                Map.of("access_type", "offline", "prompt", "consent"));
    }
}
