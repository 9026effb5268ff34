/** The pages and the API of the directory. */
@NullMarked
package io.tenth.client.web;

import org.jspecify.annotations.NullMarked;
