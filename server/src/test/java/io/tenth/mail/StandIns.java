package io.tenth.mail;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Mail services in place of the real ones, the same for all servers under test that are configured with them. */
public final class StandIns {

    private static final Map<MailboxKind, MailService> SERVICES = new ConcurrentHashMap<>();

    private StandIns() {}

    /** From now on mailboxes of its kind are read by this one. */
    public static void put(MailService service) {
        SERVICES.put(service.kind(), service);
    }

    /** Puts them into a server under test. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class InPlace {

        @Bean
        @Primary
        MailServices servicesWithStandIns(ObjectProvider<MailService> services) {
            return new MailServices(services) {
                @Override
                public MailService of(MailboxKind kind) {
                    return SERVICES.getOrDefault(kind, super.of(kind));
                }
            };
        }
    }
}
