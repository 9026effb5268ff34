package io.tenth.mail.imap;

import io.tenth.mail.MailService;
import io.tenth.mail.MailSettings;
import java.net.InetAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** IMAP as the operator has set it up. */
@Configuration(proxyBeanMethods = false)
class ImapConfiguration {

    @Bean
    MailService imapMail(MailSettings settings) {
        return new ImapMail(
                new Egress(settings.allowHosts(), InetAddress::getAllByName),
                Trust.of(settings.caFile()),
                ImapLimits.DEFAULT);
    }
}
