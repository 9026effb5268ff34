package io.tenth.request;

import org.jspecify.annotations.Nullable;

/** An answer that is given again to whoever repeats the request with its key: what of it is about the change. */
public record KeptAnswer(
        int status,
        @Nullable String contentType,
        @Nullable String location,
        @Nullable String etag,
        String body) {}
