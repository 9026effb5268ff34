/** The pages and the API of tasks. */
@NullMarked
package io.tenth.task.web;

import org.jspecify.annotations.NullMarked;
