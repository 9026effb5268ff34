package io.tenth.client.web;

import io.tenth.client.Client;
import io.tenth.client.Clients;
import io.tenth.client.NewClient;
import io.tenth.shared.Actor;
import io.tenth.shared.Change;
import io.tenth.shared.ClientId;
import io.tenth.shared.Demand;
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

/** The firm's clients. Their matters are at {@code /api/matters}. */
@RestController
@RequestMapping("/api/clients")
class ClientApi {

    private final Clients clients;

    ClientApi(Clients clients) {
        this.clients = clients;
    }

    @GetMapping
    Page<Answer> list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor.Person person) {
        return Page.of(
                        clients.all(person),
                        cursor,
                        limit,
                        client -> client.id().value().toString())
                .map(Answer::of);
    }

    @PostMapping
    ResponseEntity<Answer> add(@RequestBody New asked, Actor.Person person) {
        var client = clients.one(clients.add(asked.client(), person), person);
        return ResponseEntity.created(URI.create("/api/clients/" + client.id().value()))
                .eTag(client.version().etag())
                .body(Answer.of(client));
    }

    @GetMapping("/{id}")
    ResponseEntity<Answer> one(@PathVariable UUID id, Actor.Person person) {
        return shown(clients.one(new ClientId(id), person));
    }

    @PatchMapping("/{id}")
    ResponseEntity<Answer> edit(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Edit edit,
            Actor.Person person) {
        return shown(clients.edit(new ClientId(id), edit::over, Demand.of(ifMatch), person));
    }

    private static ResponseEntity<Answer> shown(Client client) {
        return ResponseEntity.ok().eTag(client.version().etag()).body(Answer.of(client));
    }

    /**
     * A client to be added.
     *
     * @param name 1 to 200 characters
     * @param code 1 to 50 characters that no other client has
     * @param aliases other ways in which people write the name; none where it is left out
     * @param billingIncrementMinutes 6, 10, 15 or 30; each person's own setting counts where it is left out
     */
    record New(
            String name,
            String code,
            @Nullable List<String> aliases,
            @Nullable Integer billingIncrementMinutes) {

        NewClient client() {
            return new NewClient(name, code, aliases == null ? List.of() : aliases, billingIncrementMinutes);
        }
    }

    /** What is to be changed of a client. */
    record Edit(
            Change<String> name,
            Change<String> code,
            Change<List<String>> aliases,
            Change<@Nullable Integer> billingIncrementMinutes) {

        NewClient over(NewClient before) {
            return new NewClient(
                    name.over(before.name()),
                    code.over(before.code()),
                    aliases.over(before.aliases()),
                    billingIncrementMinutes.over(before.increment()));
        }
    }

    /**
     * A client.
     *
     * @param aliases other ways in which people write the name
     * @param billingIncrementMinutes in steps of how many minutes the client is billed; null where each person's own setting
     *     counts
     */
    record Answer(
            UUID id,
            String name,
            String code,
            List<String> aliases,
            @Nullable Integer billingIncrementMinutes) {

        static Answer of(Client client) {
            return new Answer(client.id().value(), client.name(), client.code(), client.aliases(), client.increment());
        }
    }
}
