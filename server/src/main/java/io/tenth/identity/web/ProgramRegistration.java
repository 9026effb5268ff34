package io.tenth.identity.web;

import io.tenth.identity.Program;
import io.tenth.identity.ProgramGrants;
import io.tenth.identity.ProgramSignIn;
import io.tenth.identity.Programs;
import io.tenth.identity.Scope;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.ErrorCode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a program registers itself (RFC 7591), so that people can connect it. It is no part of the API: what a program may say, and
 * what it is told, is of that standard, by which names that nobody knows are passed over.
 */
@Controller
@ConditionalOnBooleanProperty("tenth.identity.connected-programs")
class ProgramRegistration {

    private static final int MOST_ADDRESSES = 20;

    private final Programs programs;
    private final JsonMapper json;

    ProgramRegistration(Programs programs, JsonMapper json) {
        this.programs = programs;
        this.json = json;
    }

    @PostMapping(ProgramSignIn.REGISTER)
    ResponseEntity<byte[]> register(@RequestBody(required = false) byte @Nullable [] body) {
        var asked = read(body);
        if (asked == null) {
            return refused(HttpStatus.BAD_REQUEST, "invalid_client_metadata", "The body is no JSON object.");
        }
        try {
            var name = asked.path("client_name").asString("").isBlank()
                    ? "A program without a name"
                    : asked.path("client_name").asString("");
            var addresses = asked.path("redirect_uris")
                    .valueStream()
                    .limit(MOST_ADDRESSES)
                    .map(address -> address.asString(""));
            return registered(programs.register(name, addresses.toList(), new Actor.Program()));
        } catch (DomainException refusal) {
            return refusal.code() == ErrorCode.CONFLICT
                    ? refused(HttpStatus.SERVICE_UNAVAILABLE, "temporarily_unavailable", refusal.sentence())
                    : refused(HttpStatus.BAD_REQUEST, codeOf(refusal), refusal.sentence());
        }
    }

    private @Nullable JsonNode read(byte @Nullable [] body) {
        try {
            var read = json.readTree(body == null ? new byte[0] : body);
            return read.isObject() ? read : null;
        } catch (JacksonException unreadable) {
            return null;
        }
    }

    private static String codeOf(DomainException refusal) {
        return refusal.field().filter("redirect_uris"::equals).isPresent()
                ? "invalid_redirect_uri"
                : "invalid_client_metadata";
    }

    private ResponseEntity<byte[]> registered(Program program) {
        var said = JsonNodeFactory.instance
                .objectNode()
                .put("client_id", program.id().toString())
                .put("client_id_issued_at", program.createdAt().getEpochSecond())
                .put("client_name", program.name())
                .put("token_endpoint_auth_method", "none")
                .put(
                        "scope",
                        ProgramGrants.SCOPES.stream().map(Scope::key).sorted().collect(Collectors.joining(" ")));
        fill(said, "redirect_uris", program.redirects());
        fill(said, "grant_types", List.of("authorization_code", "refresh_token"));
        fill(said, "response_types", List.of("code"));
        return answer(HttpStatus.CREATED, said);
    }

    private static void fill(ObjectNode said, String name, List<String> values) {
        var list = said.putArray(name);
        values.forEach(list::add);
    }

    private ResponseEntity<byte[]> refused(HttpStatus status, String code, String sentence) {
        return answer(
                status, JsonNodeFactory.instance.objectNode().put("error", code).put("error_description", sentence));
    }

    private ResponseEntity<byte[]> answer(HttpStatus status, JsonNode said) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsBytes(said));
    }
}
