package io.tenth.capture;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.audit.AuditLog;
import io.tenth.crypto.Place;
import io.tenth.crypto.Seal;
import io.tenth.crypto.Vault;
import io.tenth.mail.Mailboxes;
import io.tenth.model.Offer;
import io.tenth.model.Question;
import io.tenth.model.Verdict;
import io.tenth.shared.Actor;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a language model has said, so that it is not asked twice, and the record of what it was shown. Kept on the levels of the
 * analyses, sealed like them, and forgotten with them.
 */
@Service
class OpinionStore {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<CacheLevel> levels;
    private final Vault vault;
    private final Mailboxes mailboxes;
    private final AuditLog audit;

    OpinionStore(List<CacheLevel> levels, Vault vault, Mailboxes mailboxes, AuditLog audit) {
        this.levels = List.copyOf(levels);
        this.vault = vault;
        this.mailboxes = mailboxes;
        this.audit = audit;
    }

    /**
     * What was said before.
     *
     * @param version of the model and of what it is asked
     * @return without the questions of which nothing is known
     */
    @Transactional(readOnly = true)
    Map<Question, Verdict> of(Collection<Question> questions, String version, Actor.Person person) {
        var seal = vault.sealOf(person);
        var asked = asked(version, person);
        var missing = questions.stream()
                .distinct()
                .collect(Collectors.toMap(question -> key(question, asked, seal), question -> question));
        var found = new HashMap<Question, Verdict>();
        for (var number = 0; number < levels.size() && !missing.isEmpty(); number++) {
            var values = levels.get(number).get(missing.keySet(), person);
            for (var before : levels.subList(0, number)) {
                before.put(values, person);
            }
            values.forEach((key, value) -> found.put(missing.remove(key), opened(key, value, seal)));
        }
        return found;
    }

    /** Records, before it is done, that passages leave the server. */
    @Transactional
    void announce(int passages, Offer model, Actor.Person person) {
        audit.append(
                AuditEvent.of(person, "model.asked", "settings", person.user().value())
                        .with(ComplianceFlag.CLIENT_DATA)
                        .with(Map.of("host", model.host(), "model", model.name(), "passages", passages)));
    }

    @Transactional
    void keep(Map<Question, Verdict> verdicts, String version, Actor.Person person) {
        var seal = vault.sealOf(person);
        var asked = asked(version, person);
        var values = new HashMap<CacheKey, byte[]>();
        verdicts.forEach((question, verdict) -> {
            var key = key(question, asked, seal);
            values.put(key, seal.closeBytes(place(key), JSON.writeValueAsBytes(verdict)));
        });
        levels.forEach(level -> level.put(values, person));
    }

    /** With a mailbox, all that was said until then goes out of reach, also where it cannot be deleted at once. */
    private String asked(String version, Actor.Person person) {
        return version + "|" + mailboxes.removed(person);
    }

    private static CacheKey key(Question question, String asked, Seal seal) {
        return new CacheKey(seal.identity("opinion|" + asked + "|" + JSON.writeValueAsString(question)));
    }

    private static Verdict opened(CacheKey key, byte[] value, Seal seal) {
        return JSON.readValue(seal.openBytes(place(key), value), Verdict.class);
    }

    private static Place place(CacheKey key) {
        return new Place("analysis_cache", "opinion", UUID.nameUUIDFromBytes(key.bytes()));
    }
}
