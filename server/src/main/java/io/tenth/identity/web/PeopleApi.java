package io.tenth.identity.web;

import io.tenth.identity.Account;
import io.tenth.identity.Administration;
import io.tenth.identity.Standing;
import io.tenth.shared.Actor;
import io.tenth.shared.Change;
import io.tenth.shared.Demand;
import io.tenth.shared.Page;
import io.tenth.shared.Role;
import io.tenth.shared.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The accounts of the firm, for its administrators. */
@RestController
@RequestMapping("/api/users")
class PeopleApi {

    private final Administration administration;

    PeopleApi(Administration administration) {
        this.administration = administration;
    }

    @GetMapping
    Page<PersonView> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Actor.Person person) {
        return administration.page(cursor, limit, person).map(PersonView::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<PersonView> one(@PathVariable UUID id, Actor.Person person) {
        return answer(administration.one(new UserId(id), person));
    }

    @PatchMapping("/{id}")
    ResponseEntity<PersonView> change(
            @PathVariable UUID id,
            @RequestBody ChangedStanding body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor.Person person) {
        return answer(administration.change(
                new UserId(id), new Standing(body.role(), body.disabled()), Demand.of(ifMatch), person));
    }

    private static ResponseEntity<PersonView> answer(Account account) {
        return ResponseEntity.ok().eTag(account.version().etag()).body(PersonView.of(account));
    }

    record ChangedStanding(Change<Role> role, Change<Boolean> disabled) {}

    record PersonView(
            UUID id,
            String email,
            String fullName,
            String role,
            boolean disabled,
            String timeZone,
            Instant createdAt,
            @Nullable Instant lastLogin) {

        static PersonView of(Account account) {
            return new PersonView(
                    account.id().value(),
                    account.email(),
                    account.fullName(),
                    account.role().key(),
                    account.disabled(),
                    account.zone().getId(),
                    account.createdAt(),
                    account.lastLogin());
        }
    }
}
