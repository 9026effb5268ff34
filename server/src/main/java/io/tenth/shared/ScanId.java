package io.tenth.shared;

import java.util.UUID;

/** The id of a scan. */
public record ScanId(UUID value) {

    public static ScanId next() {
        return new ScanId(Ids.next());
    }
}
