package io.tenth.web;

import io.tenth.identity.Access;
import io.tenth.identity.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which scope a personal token needs for which part of the API. What stands in no row is for people who signed in: an operation
 * that nobody thought of here is closed to tokens.
 */
final class ScopeRules {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private static final List<Area> AREAS = List.of(
            new Area("/api/tasks", Scope.TASKS_READ, Scope.TASKS_WRITE),
            new Area("/api/time-entries", Scope.TIME_READ, Scope.TIME_WRITE),
            new Area("/api/analytics", Scope.REPORTS_READ, null),
            new Area("/api/clients", Scope.CLIENTS_READ, Scope.CLIENTS_WRITE),
            new Area("/api/matters", Scope.CLIENTS_READ, Scope.CLIENTS_WRITE),
            new Area("/api/rates", Scope.CLIENTS_READ, Scope.CLIENTS_WRITE),
            new Area("/api/mailboxes", Scope.MAIL_READ, Scope.MAIL_WRITE),
            new Area("/api/proposals", Scope.MAIL_READ, Scope.MAIL_WRITE),
            new Area("/api/regroupings", Scope.MAIL_READ, Scope.MAIL_WRITE),
            new Area("/api/time-tracking", Scope.MAIL_READ, Scope.MAIL_WRITE));

    /** Here each tool names its own scope, which the operation asks for. */
    private static final Area TOOLS = new Area("/api/tools", null, null);

    private ScopeRules() {}

    private record Area(
            String path, @Nullable Scope reading, @Nullable Scope writing) {

        boolean holds(String asked) {
            return asked.equals(path) || asked.startsWith(path + "/");
        }
    }

    /** Why a request may not go on with what it was let in by; empty where it may. */
    static Optional<String> lacking(Access access, HttpServletRequest request) {
        if (!access.isByToken()) {
            return Optional.empty();
        }
        var path = AskedPath.of(request);
        if (TOOLS.holds(path)) {
            return Optional.empty();
        }
        var needed = needed(path, READING.contains(request.getMethod()));
        if (needed.isEmpty()) {
            return Optional.of("A personal token cannot do this. Sign in for it.");
        }
        return needed.filter(scope -> !access.allows(scope))
                .map(scope -> "The token lacks the scope " + scope.key() + ".");
    }

    private static Optional<Scope> needed(String path, boolean reads) {
        if (path.equals("/api/users/me") && reads) {
            return Optional.of(Scope.ACCOUNT_READ);
        }
        return AREAS.stream()
                .filter(area -> area.holds(path))
                .findFirst()
                .map(area -> reads ? area.reading() : area.writing());
    }
}
