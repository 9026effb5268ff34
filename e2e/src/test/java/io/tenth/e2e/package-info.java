/** The packaged product as a person and an operator meet it. */
@NullMarked
package io.tenth.e2e;

import org.jspecify.annotations.NullMarked;
