package io.tenth.capture;

import java.util.Arrays;
import java.util.HexFormat;

/** A keyed hash of what a value was worked out from. */
@SuppressWarnings("ArrayRecordComponent") // compared by content below
record CacheKey(byte[] bytes) {

    @Override
    public boolean equals(Object other) {
        return other instanceof CacheKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
