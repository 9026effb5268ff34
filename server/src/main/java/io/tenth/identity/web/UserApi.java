package io.tenth.identity.web;

import io.tenth.identity.Account;
import io.tenth.identity.Accounts;
import io.tenth.shared.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A person's own account. */
@RestController
@RequestMapping("/api/users/me")
class UserApi {

    private final Accounts accounts;

    UserApi(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    User me(Actor.Person person) {
        return User.of(accounts.own(person));
    }

    /**
     * An account as its owner sees it.
     *
     * @param timeZone the name in the IANA database of the zone in which the person's days are counted
     */
    record User(
            UUID id,
            String email,
            String fullName,
            String role,
            String timeZone,
            Instant createdAt,
            @Nullable Instant lastLogin) {

        static User of(Account account) {
            return new User(
                    account.id().value(),
                    account.email(),
                    account.fullName(),
                    account.role().key(),
                    account.zone().getId(),
                    account.createdAt(),
                    account.lastLogin());
        }
    }
}
