package io.tenth.identity.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tenth.identity.Access;
import io.tenth.identity.ApiToken;
import io.tenth.identity.ApiTokens;
import io.tenth.identity.NewApiToken;
import io.tenth.identity.Scope;
import io.tenth.identity.TokenMaking;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.Page;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's tokens for programs. */
@RestController
@RequestMapping("/api/users/me/tokens")
class TokenApi {

    private final ApiTokens tokens;
    private final TokenMaking making;

    TokenApi(ApiTokens tokens, TokenMaking making) {
        this.tokens = tokens;
        this.making = making;
    }

    /** Answers with the token itself, this once. It takes your password, since a token outlives the sign-in that made it. */
    @PostMapping
    ResponseEntity<MadeToken> make(@RequestBody AskedToken asked, Access access) {
        var token = new NewApiToken(asked.name(), scopes(asked.scopes()), asked.expiresAt());
        var made = making.make(token, asked.currentPassword(), access);
        return ResponseEntity.created(
                        URI.create("/api/users/me/tokens/" + made.token().id()))
                .body(new MadeToken(made.secret().value(), TokenView.of(made.token())));
    }

    @GetMapping
    Page<TokenView> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Actor.Person person) {
        return tokens.page(cursor, limit, person).map(TokenView::of);
    }

    /** What a token may do and how long; not the token itself, which nobody can read again. */
    @GetMapping("/{id}")
    TokenView one(@PathVariable UUID id, Actor.Person person) {
        return TokenView.of(tokens.one(id, person));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id, Actor.Person person) {
        tokens.revoke(id, person);
    }

    static Set<Scope> scopes(List<String> keys) {
        return keys.stream()
                .map(key -> Scope.ofKey(key).orElseThrow(TokenApi::unknownScope))
                .collect(Collectors.toSet());
    }

    private static DomainException unknownScope() {
        var known = Arrays.stream(Scope.values()).map(Scope::key).collect(Collectors.joining(", "));
        return DomainException.invalid("scopes", "The scopes are " + known + ".");
    }

    /**
     * What a token is asked for.
     *
     * @param name 1 to 100 characters, by which you recognise it
     * @param scopes at least one
     * @param expiresAt within five years; null for one that is good until it is revoked
     * @param currentPassword yours
     */
    record AskedToken(
            String name, List<String> scopes, @Nullable Instant expiresAt, String currentPassword) {

        @Override
        public String toString() {
            return "AskedToken[hidden]";
        }
    }

    /** A new token with its secret. */
    record MadeToken(String token, @JsonUnwrapped TokenView view) {

        @Override
        public String toString() {
            return "MadeToken[hidden]";
        }
    }

    record TokenView(
            UUID id,
            String name,
            List<String> scopes,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt) {

        static TokenView of(ApiToken token) {
            return new TokenView(
                    token.id(),
                    token.name(),
                    token.scopes().stream().map(Scope::key).sorted().toList(),
                    token.createdAt(),
                    token.expiresAt(),
                    token.lastUsedAt());
        }
    }
}
