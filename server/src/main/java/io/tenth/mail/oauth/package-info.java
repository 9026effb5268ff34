/** What the services that are reached by a grant have in common: getting one, keeping it fresh, and calls that show it. */
@NullMarked
package io.tenth.mail.oauth;

import org.jspecify.annotations.NullMarked;
