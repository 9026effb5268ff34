package io.tenth.benchmark.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Requests as they go over the wire. */
final class Request {

    private Request() {}

    static ByteBuffer get(String path, String token) {
        return bytes("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n\r\n");
    }

    static ByteBuffer post(String path, String token, String json) {
        return bytes("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: " + length(json) + "\r\n\r\n" + json);
    }

    /** Of somebody who has not signed in. */
    static ByteBuffer post(String path, String json) {
        return bytes(
                "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + length(json) + "\r\n\r\n" + json);
    }

    private static int length(String json) {
        return json.getBytes(StandardCharsets.UTF_8).length;
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
