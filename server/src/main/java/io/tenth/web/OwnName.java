package io.tenth.web;

import io.tenth.identity.PublicAddress;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes no request that was sent to another name than this server's: what programs are told of its address would be whatever the
 * sender wrote. Where the operator has set no address, it is this machine's own.
 */
final class OwnName extends OncePerRequestFilter {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final PublicAddress address;
    private final Answers answers;

    OwnName(PublicAddress address, Answers answers) {
        this.address = address;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var name = request.getServerName();
        if (address.isHost(name) || THIS_MACHINE.contains(name)) {
            chain.doFilter(request, response);
        } else {
            answers.writeError(
                    response,
                    HttpStatus.FORBIDDEN,
                    "This server has another name. Its operator sets it with PUBLIC_URL.");
        }
    }
}
