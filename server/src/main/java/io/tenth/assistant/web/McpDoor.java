package io.tenth.assistant.web;

import io.tenth.assistant.mcp.Caller;
import io.tenth.assistant.mcp.Mcp;
import io.tenth.identity.Access;
import io.tenth.identity.ProgramAccess;
import io.tenth.identity.ProgramGrants;
import io.tenth.identity.PublicAddress;
import io.tenth.identity.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The one address of the Model Context Protocol, and what it says of itself to a program that has no token yet. It is no part of
 * the API: what goes through it is described by the protocol.
 */
@Controller
class McpDoor {

    private static final String DESCRIPTION = "/.well-known/oauth-protected-resource";

    private final Mcp mcp;
    private final PublicAddress address;
    private final boolean programsConnect;

    McpDoor(Mcp mcp, PublicAddress address, ObjectProvider<ProgramAccess> programs) {
        this.mcp = mcp;
        this.address = address;
        this.programsConnect = programs.getIfAvailable() != null;
    }

    /** Takes one message. There is no stream to open and no session to end, so that nothing else is taken. */
    @PostMapping(Mcp.PATH)
    ResponseEntity<byte[]> take(
            @RequestBody(required = false) byte @Nullable [] body, HttpServletRequest request, Access access) {
        var text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        var caller = new Caller(access, null).calledBy(request.getHeader(HttpHeaders.USER_AGENT));
        var reply = mcp.answer(text, request::getHeader, caller);
        var answer = ResponseEntity.status(reply.status());
        if (reply.lacking() != null) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, demanded(reply.lacking()));
        }
        var said = reply.body();
        return said == null
                ? answer.build()
                : answer.contentType(MediaType.APPLICATION_JSON)
                        .body(said.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What a program has to know to ask for a token, in the form of RFC 9728. */
    @GetMapping({DESCRIPTION, DESCRIPTION + Mcp.PATH})
    ResponseEntity<JsonNode> describe() {
        var said = JsonNodeFactory.instance
                .objectNode()
                .put("resource", link(Mcp.PATH))
                .put("resource_name", "Tenth");
        if (programsConnect) {
            said.putArray("authorization_servers").add(link(""));
        }
        var scopes = said.putArray("scopes_supported");
        ProgramGrants.SCOPES.stream().map(Scope::key).sorted().forEach(scopes::add);
        said.putArray("bearer_methods_supported").add("header");
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(said);
    }

    private String demanded(Scope scope) {
        return "Bearer error=\"insufficient_scope\", scope=\"" + scope.key() + "\", resource_metadata=\""
                + link(DESCRIPTION + Mcp.PATH) + "\"";
    }

    private String link(String path) {
        return address.link(
                path,
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString());
    }
}
