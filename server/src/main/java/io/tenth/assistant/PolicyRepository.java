package io.tenth.assistant;

import io.tenth.shared.Actor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PolicyRepository {

    private final JdbcClient jdbc;

    PolicyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<AssistantPolicy> own(Actor.Person person) {
        return jdbc.sql("SELECT policy FROM assistant_policies WHERE user_id = :user")
                .param("user", person.user().value())
                .query(String.class)
                .optional()
                .map(AssistantPolicy::ofKey);
    }

    Optional<AssistantPolicy> firm() {
        return jdbc.sql("SELECT policy FROM firm_assistant_policy")
                .query(String.class)
                .optional()
                .map(AssistantPolicy::ofKey);
    }

    void setOwn(AssistantPolicy policy, Actor.Person person, Instant now) {
        jdbc.sql("""
                        INSERT INTO assistant_policies (user_id, policy, updated_at) VALUES (:user, :policy, :now)
                        ON CONFLICT (user_id) DO UPDATE SET policy = excluded.policy, updated_at = excluded.updated_at
                        """)
                .param("user", person.user().value())
                .param("policy", policy.key())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void setFirm(AssistantPolicy policy, Instant now) {
        jdbc.sql("""
                        INSERT INTO firm_assistant_policy (policy, updated_at) VALUES (:policy, :now)
                        ON CONFLICT (only_one) DO UPDATE SET policy = excluded.policy, updated_at = excluded.updated_at
                        """)
                .param("policy", policy.key())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
