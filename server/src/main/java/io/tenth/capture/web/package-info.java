@NullMarked
package io.tenth.capture.web;

import org.jspecify.annotations.NullMarked;
