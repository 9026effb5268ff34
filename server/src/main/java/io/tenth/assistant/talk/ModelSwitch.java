package io.tenth.assistant.talk;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.audit.AuditLog;
import io.tenth.model.LanguageModel;
import io.tenth.model.Offer;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether a language model takes part in a person's conversations. It is off until they switch it on, and on for one host: where
 * the operator sets up another, it has to be switched on anew.
 */
@Service
public class ModelSwitch {

    private final LanguageModel model;
    private final Hosts hosts;
    private final AuditLog audit;

    ModelSwitch(LanguageModel model, Hosts hosts, AuditLog audit) {
        this.model = model;
        this.hosts = hosts;
        this.audit = audit;
    }

    /** What a person can switch on, in a sentence on what leaves the server; empty where there is no model. */
    public Optional<String> offer() {
        return model.offer().map(ModelSwitch::sentence);
    }

    @Transactional(readOnly = true)
    public boolean isOn(Actor.Person person) {
        return model.offer()
                .filter(offer -> hosts.find(person).filter(offer.host()::equals).isPresent())
                .isPresent();
    }

    /** Refuses to switch on what is not there. */
    @Transactional
    public void set(boolean on, Actor.Person person) {
        var host = model.offer().map(Offer::host);
        if (on) {
            hosts.put(
                    host.orElseThrow(() -> DomainException.invalid(
                            "enabled",
                            "No language model is set up on this server. Its operator can set OPENAI_BASE_URL.")),
                    person);
        } else {
            hosts.remove(person);
        }
        audit.append(AuditEvent.of(
                        person,
                        "assistant_model.changed",
                        "assistant_model",
                        person.user().value())
                .with(ComplianceFlag.ACCESS)
                .with(Map.of("on", on, "host", host.orElse(""))));
    }

    private static String sentence(Offer offer) {
        return "While this is on, what you write to the assistant goes to the language model " + offer.name() + " at "
                + offer.host()
                + ", with its answers, and with what tools tell of your time for it: amounts, days, kinds of work,"
                + " and the names of clients and matters in the firm's directory. No text of your mail goes there: no sentence, no"
                + " subject, no names that only mail has.";
    }

    /** To which host they have agreed. */
    @Repository
    static class Hosts {

        private final JdbcClient jdbc;
        private final Clock clock;

        Hosts(JdbcClient jdbc, Clock clock) {
            this.jdbc = jdbc;
            this.clock = clock;
        }

        Optional<String> find(Actor.Person person) {
            return jdbc.sql("SELECT host FROM assistant_models WHERE user_id = :user")
                    .param("user", person.user().value())
                    .query(String.class)
                    .optional();
        }

        void put(String host, Actor.Person person) {
            jdbc.sql("""
                            INSERT INTO assistant_models (user_id, host, agreed_at) VALUES (:user, :host, :now)
                            ON CONFLICT (user_id) DO UPDATE SET host = excluded.host, agreed_at = excluded.agreed_at
                            """)
                    .param("user", person.user().value())
                    .param("host", host)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }

        void remove(Actor.Person person) {
            jdbc.sql("DELETE FROM assistant_models WHERE user_id = :user")
                    .param("user", person.user().value())
                    .update();
        }
    }
}
