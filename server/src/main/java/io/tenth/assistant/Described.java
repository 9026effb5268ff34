package io.tenth.assistant;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a model, a program and a person need to know of a field of a tool. The schema is made of it, and arguments are held to it,
 * so that the two cannot differ.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
public @interface Described {

    /** A sentence; it names the default of an argument that may be left out. */
    String value();

    /** The least that a number may be; of a text and a list, how long it is at least. */
    double least() default Double.NEGATIVE_INFINITY;

    /** The most that a number may be; of a text and a list, how long it is at most. */
    double most() default Double.POSITIVE_INFINITY;

    /** The only words that a text may be, or that the texts of a list may be; none for any. */
    String[] words() default {};
}
