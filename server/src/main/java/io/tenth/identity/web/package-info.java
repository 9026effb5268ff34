/** The pages and the API of accounts. */
@NullMarked
package io.tenth.identity.web;

import org.jspecify.annotations.NullMarked;
