/**
 * The database: an embedded PostgreSQL that is started beside the server, or the address of another; its schema, and who may
 * see which rows.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package io.tenth.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
