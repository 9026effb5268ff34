package io.tenth.settings;

import io.tenth.shared.Actor;

/** A person has agreed that a language model is asked. It is told within the transaction that keeps the consent, after it. */
public record ModelConsented(Actor.Person person) {}
