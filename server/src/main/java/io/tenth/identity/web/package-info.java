@NullMarked
package io.tenth.identity.web;

import org.jspecify.annotations.NullMarked;
