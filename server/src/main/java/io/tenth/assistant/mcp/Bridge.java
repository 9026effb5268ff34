package io.tenth.assistant.mcp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passes the lines of a program on this machine to a server elsewhere, and its answers back. The token goes to that server alone:
 * no redirect is followed, and none is sent unencrypted to another machine.
 */
public final class Bridge {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Pattern PLAIN = Pattern.compile("[!-~]([ -~]*[!-~])?");
    private static final String ENCODED = "=?base64?";
    private static final int REDIRECTS = 3;

    private final HttpRequest.Builder request;
    private final HttpClient http;
    private @Nullable String agreed;

    /**
     * A bridge to one server.
     *
     * @param address where it is, such as {@code https://time.firm.example}, with or without the path of the protocol
     */
    public Bridge(URI address, String token) {
        if (!"https".equals(address.getScheme()) && !isThisMachine(address)) {
            throw new IllegalArgumentException("The address begins with https, unless it is of this machine.");
        }
        if (!PLAIN.matcher(token).matches()) {
            throw new IllegalArgumentException(
                    "The token has a line break or another character in it that no token has. Copy it again.");
        }
        this.request = HttpRequest.newBuilder(URI.create(base(address) + Mcp.PATH))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream");
        this.http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(20))
                .build();
    }

    /** The answer to a line; empty where none is due. */
    public Optional<String> pass(String line) throws InterruptedException {
        JsonNode id = null;
        try {
            var message = Message.of(line);
            id = message.id();
            var answer = send(message, line);
            return id == null ? Optional.empty() : Optional.of(answer);
        } catch (Refusal refused) {
            return Optional.ofNullable(refused.reply(id).body()).map(JsonNode::toString);
        } catch (IllegalArgumentException noHeader) {
            return told(id, "The message says something of itself that no header can repeat.");
        } catch (SSLException unsafe) {
            return told(id, "The server shows no certificate that this machine trusts.");
        } catch (IOException away) {
            return told(id, "The server does not answer.");
        }
    }

    private static Optional<String> told(@Nullable JsonNode id, String sentence) {
        return id == null ? Optional.empty() : Optional.of(failed(id, sentence));
    }

    private String send(Message message, String line) throws IOException, InterruptedException {
        var asked = request.copy().POST(BodyPublishers.ofString(line));
        describe(message, asked);
        var response = http.send(asked.build(), BodyHandlers.ofString());
        return read(message, response.body()).orElseGet(() -> failed(message.id(), refusedWith(response.statusCode())));
    }

    private static String refusedWith(int status) {
        return status / 100 == REDIRECTS
                ? "The server leads elsewhere with " + status + ". Give the address at which people reach it."
                : "The server refuses this with " + status + ".";
    }

    private void describe(Message message, HttpRequest.Builder asked) {
        var said = message.meta().path(Revision.KEY).asString("");
        if (!said.isEmpty()) {
            asked.header(Revision.HEADER, said).header("Mcp-Method", message.method());
            if (Message.NAMING.contains(message.method())) {
                asked.header("Mcp-Name", encoded(message.named()));
            }
        } else if (agreed != null) {
            asked.header(Revision.HEADER, agreed);
        }
    }

    private Optional<String> read(Message message, String body) {
        try {
            var answer = JsonMapper.shared().readTree(body);
            if (message.method().equals("initialize")) {
                agreed = answer.path("result").path("protocolVersion").asString(null);
            }
            return answer.path("jsonrpc").isString() ? Optional.of(answer.toString()) : refusal(message, answer);
        } catch (JacksonException noAnswerOfOurs) {
            return Optional.empty();
        }
    }

    private static Optional<String> refusal(Message message, JsonNode answer) {
        var sentence = answer.at("/error/message");
        return sentence.isString() ? Optional.of(failed(message.id(), sentence.asString())) : Optional.empty();
    }

    private static String failed(@Nullable JsonNode id, String sentence) {
        return Refusal.error(id, Refusal.NO_REQUEST, sentence, null).toString();
    }

    private static String encoded(String name) {
        return PLAIN.matcher(name).matches() && !name.startsWith(ENCODED)
                ? name
                : ENCODED + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    private static String base(URI address) {
        return address.toString().replaceFirst("(" + Mcp.PATH + ")?/*$", "");
    }

    private static boolean isThisMachine(URI address) {
        try {
            return address.getHost() != null
                    && InetAddress.getByName(address.getHost()).isLoopbackAddress();
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }
}
