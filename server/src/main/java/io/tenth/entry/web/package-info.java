/** The pages and the API of time. */
@NullMarked
package io.tenth.entry.web;

import org.jspecify.annotations.NullMarked;
