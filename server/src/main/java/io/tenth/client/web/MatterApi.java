package io.tenth.client.web;

import io.tenth.client.Clients;
import io.tenth.client.Matter;
import io.tenth.client.NewMatter;
import io.tenth.shared.Actor;
import io.tenth.shared.Change;
import io.tenth.shared.ClientId;
import io.tenth.shared.Demand;
import io.tenth.shared.MatterId;
import io.tenth.shared.Page;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The matters that the firm works on. */
@RestController
@RequestMapping("/api/matters")
class MatterApi {

    private final Clients clients;

    MatterApi(Clients clients) {
        this.clients = clients;
    }

    @GetMapping
    Page<Answer> list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor.Person person) {
        return Page.of(
                        clients.matters(person),
                        cursor,
                        limit,
                        matter -> matter.id().value().toString())
                .map(Answer::of);
    }

    @PostMapping
    ResponseEntity<Answer> add(@RequestBody New asked, Actor.Person person) {
        var matter = clients.one(clients.add(asked.matter(), person), person);
        return ResponseEntity.created(URI.create("/api/matters/" + matter.id().value()))
                .eTag(matter.version().etag())
                .body(Answer.of(matter));
    }

    @GetMapping("/{id}")
    ResponseEntity<Answer> one(@PathVariable UUID id, Actor.Person person) {
        return shown(clients.one(new MatterId(id), person));
    }

    @PatchMapping("/{id}")
    ResponseEntity<Answer> edit(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Edit edit,
            Actor.Person person) {
        return shown(clients.edit(new MatterId(id), edit::over, Demand.of(ifMatch), person));
    }

    private static ResponseEntity<Answer> shown(Matter matter) {
        return ResponseEntity.ok().eTag(matter.version().etag()).body(Answer.of(matter));
    }

    /**
     * A matter to be added.
     *
     * @param number 1 to 50 characters that no other matter has
     * @param aliases other ways in which people write it; none where it is left out
     */
    record New(
            UUID clientId,
            String name,
            String number,
            @Nullable List<String> aliases) {

        NewMatter matter() {
            return new NewMatter(new ClientId(clientId), name, number, aliases == null ? List.of() : aliases);
        }
    }

    /** What is to be changed of a matter. It stays with its client. */
    record Edit(Change<String> name, Change<String> number, Change<List<String>> aliases) {

        NewMatter over(NewMatter before) {
            return new NewMatter(
                    before.client(),
                    name.over(before.name()),
                    number.over(before.number()),
                    aliases.over(before.aliases()));
        }
    }

    record Answer(UUID id, UUID clientId, String clientName, String name, String number, List<String> aliases) {

        static Answer of(Matter matter) {
            return new Answer(
                    matter.id().value(),
                    matter.client().value(),
                    matter.clientName(),
                    matter.name(),
                    matter.number(),
                    matter.aliases());
        }
    }
}
