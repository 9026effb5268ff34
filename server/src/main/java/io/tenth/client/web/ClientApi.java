package io.tenth.client.web;

import io.tenth.client.Client;
import io.tenth.client.Clients;
import io.tenth.client.NewClient;
import io.tenth.shared.Actor;
import io.tenth.shared.ClientId;
import io.tenth.shared.Page;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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
        var id = clients.add(new NewClient(asked.name(), asked.code()), person);
        return ResponseEntity.created(URI.create("/api/clients/" + id.value())).body(one(id.value(), person));
    }

    @GetMapping("/{id}")
    Answer one(@PathVariable UUID id, Actor.Person person) {
        return Answer.of(clients.one(new ClientId(id), person));
    }

    /**
     * A client to be added.
     *
     * @param name 1 to 200 characters
     * @param code 1 to 50 characters that no other client has
     */
    record New(String name, String code) {}

    record Answer(UUID id, String name, String code) {

        static Answer of(Client client) {
            return new Answer(client.id().value(), client.name(), client.code());
        }
    }
}
