@NullMarked
package io.tenth.report.web;

import org.jspecify.annotations.NullMarked;
