package io.tenth.e2e;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes the administrator's account with the link of the first start, as the page of the link does it. */
final class FirstAccount {

    static final String EMAIL = "owner@firm.example";
    static final String PASSWORD = "Correct-horse-7-battery";

    private static final Pattern FORGERY_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private FirstAccount() {}

    static void make(RunningServer server) throws IOException, InterruptedException {
        try (var http =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            var page = http.send(
                    HttpRequest.newBuilder(URI.create(server.address() + "/join"))
                            .build(),
                    BodyHandlers.ofString());
            var token = FORGERY_TOKEN.matcher(page.body());
            if (!token.find()) {
                throw new IllegalStateException("the page of the link has no form: status " + page.statusCode());
            }
            var form = Map.of(
                    "_csrf",
                    token.group(1),
                    "link",
                    server.firstLink().substring(server.firstLink().indexOf('#') + 1),
                    "email",
                    EMAIL,
                    "fullName",
                    "The Owner",
                    "password",
                    PASSWORD,
                    "zone",
                    "America/New_York");
            var joined = http.send(
                    HttpRequest.newBuilder(URI.create(server.address() + "/join"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(encoded(form)))
                            .build(),
                    BodyHandlers.ofString());
            if (joined.statusCode() != 302) {
                throw new IllegalStateException("no account was made: status " + joined.statusCode());
            }
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
