package io.tenth.web;

import io.tenth.identity.ProgramSignIn;
import io.tenth.request.RequestKind;
import io.tenth.request.RequestLimits;
import io.tenth.request.Verdict;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Counts a request against what its caller may ask for in a minute: a person, or an address before it is known who asks. Tries to
 * come in count by address whoever sends them, so that nobody guesses at others from an account of their own; guesses at the
 * password of the account that one is in count by person. Of the pages only such guesses count: a person who reviews fast is no
 * attack.
 */
@Component
final class Throttle {

    static final String POLICY = "RateLimit-Policy";
    static final String LEFT = "RateLimit";

    private static final String COUNTED = Throttle.class.getName();
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    /** They present what only its holder has and what is too long to guess, and every tab of a browser sends them. */
    private static final Set<String> NO_GUESS = Set.of("/api/auth/refresh", "/api/auth/logout", "/api/auth/logout-all");

    /** They take the current password of whoever has signed in. */
    private static final Set<String> OWN_PASSWORD =
            Set.of("/api/users/me/password", "/account/password", "/api/users/me/tokens", "/account/tokens");

    /** How programs get tokens: anybody may register one, and each of the others leaves a row. */
    private static final Map<String, RequestKind> KIND_OF_SIGN_IN = Map.of(
            ProgramSignIn.REGISTER,
            RequestKind.REGISTRATION,
            ProgramSignIn.AUTHORIZE,
            RequestKind.WRITE,
            ProgramSignIn.TOKEN,
            RequestKind.WRITE,
            ProgramSignIn.REVOKE,
            RequestKind.WRITE);

    private static final int LONGEST_ADDRESS = 64;
    private static final int BYTES_OF_A_NETWORK = 8;

    private final RequestLimits limits;
    private final Answers answers;

    Throttle(RequestLimits limits, Answers answers) {
        this.limits = limits;
        this.answers = answers;
    }

    /** Lets through what may go on. It stands where it is known who asks. The answer to a failure is no request. */
    Filter filter() {
        return (request, response, chain) -> {
            if (request.getDispatcherType() == DispatcherType.ERROR
                    || admits((HttpServletRequest) request, (HttpServletResponse) response)) {
                chain.doFilter(request, response);
            }
        };
    }

    /** Whether the request may go on. If not, it has its answer. A request counts once, however often this is asked. */
    boolean admits(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(COUNTED) != null) {
            return true;
        }
        request.setAttribute(COUNTED, true);
        var kind = kindOf(request);
        var verdict = kind.flatMap(known -> limits.take(known, callerOf(request, known)));
        if (verdict.isEmpty()) {
            return true;
        }
        tell(kind.orElseThrow(), verdict.get(), response);
        if (!verdict.get().admitted()) {
            refuse(verdict.get(), request, response);
        }
        return verdict.get().admitted();
    }

    /** What comes by MCP is mostly reading; calls of tools have limits of their own besides. */
    private static Optional<RequestKind> kindOf(HttpServletRequest request) {
        var program = KIND_OF_SIGN_IN.get(AskedPath.of(request));
        if (program != null) {
            return Optional.of(program);
        }
        var reads = READS.contains(request.getMethod()) || AskedPath.of(request).equals(McpGate.PATH);
        if (!Answers.isApi(request)) {
            return !reads && (SecurityConfiguration.isOpenPage(request) || takesOwnPassword(request))
                    ? Optional.of(RequestKind.AUTH)
                    : Optional.empty();
        }
        if (reads) {
            return Optional.of(RequestKind.READ);
        }
        return Optional.of(isGuess(request) ? RequestKind.AUTH : RequestKind.WRITE);
    }

    private static boolean isGuess(HttpServletRequest request) {
        var path = AskedPath.of(request);
        return takesOwnPassword(request) || (path.startsWith("/api/auth/") && !NO_GUESS.contains(path));
    }

    private static boolean takesOwnPassword(HttpServletRequest request) {
        return OWN_PASSWORD.contains(AskedPath.of(request));
    }

    private static String callerOf(HttpServletRequest request, RequestKind kind) {
        var comesIn = kind == RequestKind.REGISTRATION || (kind == RequestKind.AUTH && !takesOwnPassword(request));
        return !comesIn && SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? "person:" + signedIn.person().user().value()
                : "address:" + networkOf(request.getRemoteAddr());
    }

    /** The address; of one of version 6 the half that names a network, since whoever has one address has all of its network. */
    private static String networkOf(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), BYTES_OF_A_NETWORK))
                    : address;
        } catch (IllegalArgumentException saidByAProxy) {
            return address.substring(0, Math.min(address.length(), LONGEST_ADDRESS));
        }
    }

    /** In the fields of the IETF's draft on rate limits, version 10. */
    private static void tell(RequestKind kind, Verdict verdict, HttpServletResponse response) {
        response.setHeader(POLICY, "\"%s\";q=%d;w=60".formatted(kind.key(), verdict.most()));
        response.setHeader(LEFT, "\"%s\";r=%d;t=%d".formatted(kind.key(), verdict.remaining(), verdict.seconds()));
    }

    private void refuse(Verdict verdict, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(verdict.seconds()));
        if (Answers.isApi(request)) {
            answers.writeError(
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "Too many requests. Try again in " + verdict.seconds() + " seconds.");
        } else {
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }
}
