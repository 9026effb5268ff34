package io.tenth.crypto;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The one cell of the database that a sealed value belongs to. It is authenticated with the value, so that values cannot be
 * swapped between rows, columns or people unnoticed.
 */
public record Place(String table, String column, UUID row) {

    byte[] associatedData(UUID user) {
        return (table + "|" + column + "|" + row + "|" + user).getBytes(StandardCharsets.UTF_8);
    }
}
