package io.tenth.assistant;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a field of a result whose words may come from a mail. Whoever writes a mail chooses them, so that they are shown to people
 * and never to a model that can call tools. See {@link ModelView}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface FromMail {}
