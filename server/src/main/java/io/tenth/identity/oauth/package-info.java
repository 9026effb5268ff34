/**
 * The authorization server at which programs get tokens for the tools, on Spring's; only translates between its words and those of
 * {@code identity}.
 */
@NullMarked
package io.tenth.identity.oauth;

import org.jspecify.annotations.NullMarked;
