/** The pages and the API of scans and of the review. */
@NullMarked
package io.tenth.capture.web;

import org.jspecify.annotations.NullMarked;
