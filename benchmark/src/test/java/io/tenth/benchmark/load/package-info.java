@NullMarked
package io.tenth.benchmark.load;

import org.jspecify.annotations.NullMarked;
