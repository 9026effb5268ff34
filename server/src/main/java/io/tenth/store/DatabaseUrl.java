package io.tenth.store;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The address of a PostgreSQL as operators write it in {@code DATABASE_URL}: {@code postgres://user:password@host/name}
 * as other programs take it, or a JDBC address with {@code user} and {@code password} among its parameters.
 *
 * <p>Parameters go on to the driver; those that libpq calls otherwise are translated. Several hosts may be named, a Unix
 * socket may not: the driver has none. No error repeats any part of the address, for it can hold the password.
 *
 * @param jdbcUrl the address without user and password
 */
public record DatabaseUrl(String jdbcUrl, Credentials credentials) {
    private static final Pattern ADDRESS = Pattern.compile("(?<scheme>postgres|postgresql|jdbc:postgresql)://"
            + "(?:(?<user>[^:@/?#]*)(?::(?<password>[^@/?#]*))?@)?"
            + "(?<hosts>[^@/?#]+)/(?<name>[^@/?#]+)(?:\\?(?<parameters>[^#]*))?");
    private static final String PORT =
            "(?:[1-9]\\d{0,3}|[1-5]\\d{4}|6(?:[0-4]\\d{3}|5(?:[0-4]\\d{2}|5(?:[0-2]\\d|3[0-5]))))";
    private static final String HOST = "(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::" + PORT + ")?";
    private static final Pattern HOSTS = Pattern.compile(HOST + "(?:," + HOST + ")*");
    private static final Map<String, String> DRIVER_NAMES =
            Map.of("application_name", "ApplicationName", "connect_timeout", "connectTimeout");

    /** Reads {@code DATABASE_URL}, or refuses it with a sentence that says what is wrong. */
    public static DatabaseUrl parse(String text) {
        return parse(text, "DATABASE_URL");
    }

    /** The same for a setting of another name. */
    static DatabaseUrl parse(String text, String setting) {
        try {
            return read(text);
        } catch (IllegalArgumentException malformed) {
            throw new StartRefusedException(setting + " " + malformed.getMessage() + ".");
        }
    }

    private static DatabaseUrl read(String text) {
        Matcher address = ADDRESS.matcher(text.strip());
        if (!address.matches()) {
            throw refused("must look like postgresql://user:password@host:5432/name,"
                    + " with @ : / ? # and % in the password in percent encoding");
        }
        if (!HOSTS.matcher(address.group("hosts")).matches()) {
            throw refused("names no usable host and port");
        }
        return read(address);
    }

    private static DatabaseUrl read(Matcher address) {
        boolean jdbc = address.group("scheme").startsWith("jdbc:");
        var parameters = parameters(address.group("parameters"), jdbc);
        String user = parameters.getOrDefault("user", decoded(address.group("user"), jdbc));
        String password = parameters.getOrDefault("password", decoded(address.group("password"), jdbc));
        if (user.isEmpty()) {
            throw refused("names no user");
        }
        String place = address.group("hosts") + "/" + encoded(decoded(address.group("name"), jdbc));
        return new DatabaseUrl("jdbc:postgresql://" + place + query(parameters), new Credentials(user, password));
    }

    private static Map<String, String> parameters(@Nullable String query, boolean jdbc) {
        var parameters = new LinkedHashMap<String, String>();
        for (String parameter : query == null || query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String[] parts = parameter.split("=", 2);
            if (parts.length < 2) {
                throw refused("has a parameter without a value");
            }
            parameters.put(decoded(parts[0], jdbc), decoded(parts[1], jdbc));
        }
        return parameters;
    }

    private static String query(Map<String, String> parameters) {
        parameters.keySet().removeAll(Set.of("user", "password"));
        return parameters.entrySet().stream()
                .map(parameter -> DRIVER_NAMES.getOrDefault(parameter.getKey(), encoded(parameter.getKey())) + "="
                        + encoded(parameter.getValue()))
                .collect(Collectors.joining("&", parameters.isEmpty() ? "" : "?", ""));
    }

    /** A plus is a blank to the JDBC driver, and a plus to everything else. */
    private static String decoded(@Nullable String text, boolean jdbc) {
        if (text == null) {
            return "";
        }
        try {
            return URLDecoder.decode(jdbc ? text : text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw refused("has a % that is not followed by two hexadecimal digits");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException refused(String what) {
        return new IllegalArgumentException(what);
    }
}
