/** The database: an embedded PostgreSQL that is started beside the server, or the address of another; uses nothing of Tenth. */
@NullMarked
package io.tenth.store;

import org.jspecify.annotations.NullMarked;
