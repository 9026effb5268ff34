/** The page and the API of the settings. */
@NullMarked
package io.tenth.settings.web;

import org.jspecify.annotations.NullMarked;
