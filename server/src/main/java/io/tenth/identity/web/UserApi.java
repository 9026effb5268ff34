package io.tenth.identity.web;

import io.tenth.identity.Account;
import io.tenth.identity.AccountChange;
import io.tenth.identity.Accounts;
import io.tenth.identity.EmailAddress;
import io.tenth.identity.NewAccount;
import io.tenth.identity.Registration;
import io.tenth.shared.Actor;
import io.tenth.shared.Change;
import io.tenth.shared.Demand;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** A person's own account. */
@RestController
class UserApi {

    private final Accounts accounts;
    private final Registration registration;

    UserApi(Accounts accounts, Registration registration) {
        this.accounts = accounts;
        this.registration = registration;
    }

    @PostMapping("/api/auth/register")
    ResponseEntity<User> register(@RequestBody NewUser body) {
        var account = registration.register(body.newAccount());
        return ResponseEntity.created(URI.create("/api/users/me"))
                .eTag(account.version().etag())
                .body(User.of(account));
    }

    @GetMapping("/api/users/me")
    ResponseEntity<User> me(Actor.Person person) {
        return answer(accounts.own(person));
    }

    @PatchMapping("/api/users/me")
    ResponseEntity<User> change(
            @RequestBody ChangedUser body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor.Person person) {
        return answer(accounts.change(body.change(), Demand.of(ifMatch), person));
    }

    private static ResponseEntity<User> answer(Account account) {
        return ResponseEntity.ok().eTag(account.version().etag()).body(User.of(account));
    }

    record NewUser(
            String email,
            String fullName,
            String password,
            @Nullable String timeZone) {

        NewAccount newAccount() {
            var zone = NewAccount.zone(Objects.requireNonNullElse(timeZone, "UTC"));
            return new NewAccount(new EmailAddress(email), fullName, password, zone);
        }

        @Override
        public String toString() {
            return "NewUser[hidden]";
        }
    }

    record ChangedUser(Change<String> fullName, Change<String> timeZone) {

        AccountChange change() {
            return new AccountChange(fullName, timeZone.map(NewAccount::zone));
        }
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
