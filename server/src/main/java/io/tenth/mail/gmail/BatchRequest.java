package io.tenth.mail.gmail;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collection;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Several calls of Google's in one request (multipart/mixed), each with an id by which its answer is known. */
final class BatchRequest {

    private BatchRequest() {}

    /**
     * A request that gets several things.
     *
     * @param ids of letters that need no quotes in a header
     * @param path of what is got, by its id
     */
    static HttpRequest.Builder of(URI address, Collection<String> ids, UnaryOperator<String> path) {
        var boundary = "batch-" + UUID.randomUUID();
        var parts = ids.stream()
                .map(id -> """
                        --%s
                        Content-Type: application/http
                        Content-ID: <%s>

                        GET %s HTTP/1.1

                        """.formatted(boundary, id, path.apply(id)))
                .collect(Collectors.joining("", "", "--" + boundary + "--\n"));
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "multipart/mixed; boundary=\"" + boundary + "\"")
                .POST(BodyPublishers.ofString(parts.replace("\n", "\r\n")));
    }
}
