package io.tenth.shared;

import java.util.UUID;

/** The id of an uploaded file. */
public record UploadId(UUID value) {

    public static UploadId next() {
        return new UploadId(Ids.next());
    }
}
