/**
 * Conversations of a person with their assistant: kept, carried on turn by turn, by a language model where there is one that the
 * person lets take part, and by plain rules where not.
 */
@NullMarked
package io.tenth.assistant.talk;

import org.jspecify.annotations.NullMarked;
