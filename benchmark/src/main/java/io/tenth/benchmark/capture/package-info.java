/** How fast a file of mail becomes stored proposals, and in how much memory. */
@NullMarked
package io.tenth.benchmark.capture;

import org.jspecify.annotations.NullMarked;
