package io.tenth.client;

import io.tenth.shared.Line;

/**
 * What a person says to add a client.
 *
 * @param name 1 to 200 characters
 * @param code 1 to 50 characters
 */
public record NewClient(String name, String code) {

    public NewClient {
        name = Line.of(name, "name", "The client's name", 200);
        code = Line.of(code, "code", "The client's code", 50);
    }
}
