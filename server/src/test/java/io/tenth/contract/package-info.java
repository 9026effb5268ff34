/**
 * The contract of the API: the document that the code and the words in {@code docs/api/operations} make, and what holds it to the
 * server. Start at {@link DocumentWriter}.
 */
@NullMarked
package io.tenth.contract;

import org.jspecify.annotations.NullMarked;
