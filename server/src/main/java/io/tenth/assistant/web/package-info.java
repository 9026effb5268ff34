/** The tools over the API. */
@NullMarked
package io.tenth.assistant.web;

import org.jspecify.annotations.NullMarked;
