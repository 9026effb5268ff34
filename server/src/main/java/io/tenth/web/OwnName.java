package io.tenth.web;

import io.tenth.identity.PublicAddress;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes no request that was sent to another name than this server's: whoever owns a name can have it lead to here, a page of theirs
 * is then of the same origin for a browser, and programs would be told that name as the server's address. A number is nobody's. What
 * a proxy says of the name is no proof, since a browser on the proxy's machine says so too: the name that was really asked counts as
 * well.
 */
final class OwnName extends OncePerRequestFilter {

    private static final Pattern PORT = Pattern.compile(":\\d*$");

    private final PublicAddress address;
    private final Predicate<InetAddress> numbers;
    private final Answers answers;

    /** One that takes these numbers. */
    OwnName(PublicAddress address, Predicate<InetAddress> numbers, Answers answers) {
        this.address = address;
        this.numbers = numbers;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOwn(request.getServerName()) && isOwn(asked(request))) {
            chain.doFilter(request, response);
        } else {
            answers.writeError(
                    response,
                    HttpStatus.FORBIDDEN,
                    "This server has another name. Its operator sets it with PUBLIC_URL.");
        }
    }

    private static String asked(HttpServletRequest request) {
        var host = Objects.requireNonNullElse(request.getHeader(HttpHeaders.HOST), request.getServerName());
        return PORT.matcher(host).replaceFirst("");
    }

    private boolean isOwn(String name) {
        return name.equalsIgnoreCase("localhost") || address.isHost(name) || isNumber(name);
    }

    private boolean isNumber(String name) {
        try {
            return numbers.test(InetAddress.ofLiteral(name.replaceAll("^\\[|]$", "")));
        } catch (IllegalArgumentException notANumber) {
            return false;
        }
    }
}
