/** The product. Each package below is a room; ARCHITECTURE.md is the map. */
@NullMarked
package io.tenth;

import org.jspecify.annotations.NullMarked;
