@NullMarked
package io.tenth.entry.web;

import org.jspecify.annotations.NullMarked;
