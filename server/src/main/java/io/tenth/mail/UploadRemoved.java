package io.tenth.mail;

import io.tenth.shared.Actor;
import io.tenth.shared.UploadId;

/** An uploaded file was given up. It is told within the transaction from which on nobody finds it; its pieces are still there. */
public record UploadRemoved(UploadId file, Actor.Person person) {}
