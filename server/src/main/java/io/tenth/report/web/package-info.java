/** The pages and the API of sums. */
@NullMarked
package io.tenth.report.web;

import org.jspecify.annotations.NullMarked;
