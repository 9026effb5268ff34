/** The public API of the engine: a message goes in, the time its author says was worked comes out. */
@NullMarked
package io.tenth.extraction;

import org.jspecify.annotations.NullMarked;
