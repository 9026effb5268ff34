package io.tenth.identity.web;

import io.tenth.ApiClient;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signs in over the API, and reads what came back. */
final class Login {

    private Login() {}

    static ApiClient.Answer with(ApiClient api, String email, String password) {
        return api.post("/api/auth/login", body(email, password, null));
    }

    static ApiClient.Answer nativeWith(ApiClient api, String email, String password) {
        return api.post("/api/auth/login", body(email, password, "native"));
    }

    static String refreshBody(String refreshToken) {
        return "{\"refresh_token\": \"" + refreshToken + "\"}";
    }

    /** The whole header that sets a cookie of this name. */
    static Optional<String> setCookie(ApiClient.Answer answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(header -> header.startsWith(name + "="))
                .findFirst();
    }

    /** The cookie as a browser sends it back. */
    static String cookie(ApiClient.Answer answer, String name) {
        return setCookie(answer, name).orElseThrow().replaceAll(";.*", "");
    }

    private static String body(String email, String password, @Nullable String client) {
        return "{\"email\": \"" + email + "\", \"password\": \"" + password + "\""
                + (client == null ? "" : ", \"client\": \"" + client + "\"") + "}";
    }
}
