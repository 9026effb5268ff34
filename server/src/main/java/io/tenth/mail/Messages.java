package io.tenth.mail;

import io.tenth.crypto.Place;
import io.tenth.crypto.Vault;
import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;
import io.tenth.shared.MessageId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The messages that were read: enough of each to recognise it and to name it to its owner. No body is kept. A message is one
 * message wherever it is found again, in another file or another mailbox of the same person.
 */
@Service
public class Messages {

    private static final int LONGEST = 1000;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Messages(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** Records a message within the transaction that records what was found in it. Empty when it was recorded before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<MessageId> recordNew(MailMessage message, MailboxId mailbox, Actor.Person person) {
        var id = MessageId.next();
        var seal = vault.sealOf(person);
        var inserted = jdbc.sql("""
                        INSERT INTO messages (user_id, message_id, mailbox_id, identity, sent_at, subject, recipients, created_at)
                        VALUES (:user, :id, :mailbox, :identity, :sentAt, :subject, :recipients, :now)
                        ON CONFLICT (user_id, identity) DO NOTHING
                        """)
                .param("user", person.user().value())
                .param("id", id.value())
                .param("mailbox", mailbox.value())
                .param("identity", seal.identity(message.identity()))
                .param("sentAt", message.sentAt())
                .param("subject", seal.close(place("subject", id), shortened(message.subject())))
                .param("recipients", seal.close(place("recipients", id), shortened(message.to())))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return inserted == 1 ? Optional.of(id) : Optional.empty();
    }

    /** Where a column of a message's row is sealed to. */
    public static Place place(String column, MessageId id) {
        return new Place("messages", column, id.value());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
