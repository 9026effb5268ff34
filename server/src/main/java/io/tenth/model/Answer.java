package io.tenth.model;

/** What became of a question. */
public sealed interface Answer {

    /** The model has said. */
    record Given(Verdict verdict) implements Answer {}

    /** It has not, or not in a way that is believed. */
    record Missing(Trouble trouble) implements Answer {}
}
