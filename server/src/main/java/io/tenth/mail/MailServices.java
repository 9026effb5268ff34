package io.tenth.mail;

import io.tenth.shared.DomainException;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The mail services that this server knows, by kind. */
@Component
public class MailServices {

    private final Map<MailboxKind, MailService> byKind = new EnumMap<>(MailboxKind.class);

    MailServices(ObjectProvider<MailService> services) {
        services.forEach(service -> byKind.put(service.kind(), service));
    }

    /** The service of a kind. Refuses a kind that this server cannot read. */
    public MailService of(MailboxKind kind) {
        var service = byKind.get(kind);
        if (service == null) {
            throw DomainException.invalid("This server cannot connect a mailbox of the kind " + kind.key() + ".");
        }
        return service;
    }
}
