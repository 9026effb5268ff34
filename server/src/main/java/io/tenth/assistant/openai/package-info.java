/** Speaks the Chat Completions API, which OpenAI, Azure and most local servers have; only translates to {@code assistant.talk}. */
@NullMarked
package io.tenth.assistant.openai;

import org.jspecify.annotations.NullMarked;
