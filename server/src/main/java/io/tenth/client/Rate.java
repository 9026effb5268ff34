package io.tenth.client;

import io.tenth.shared.RateId;
import io.tenth.shared.Version;

/** What an hour costs. */
public record Rate(RateId id, Version version, NewRate content) {}
