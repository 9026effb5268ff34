package io.tenth.capture;

import io.tenth.extraction.TimeMention;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What was found in a message as bytes and back. The matter is not in it: it follows from the directory of the day. */
final class FoundText {

    private static final JsonMapper JSON = new JsonMapper();

    private FoundText() {}

    private record One(TimeMention mention, Excerpt excerpt) {}

    static byte[] write(List<Finding.Found> found) {
        return JSON.writeValueAsBytes(
                found.stream().map(one -> new One(one.mention(), one.excerpt())).toList());
    }

    static List<Finding.Found> read(byte[] text) {
        return Arrays.stream(JSON.readValue(text, One[].class))
                .map(one -> new Finding.Found(one.mention(), one.excerpt()))
                .toList();
    }
}
