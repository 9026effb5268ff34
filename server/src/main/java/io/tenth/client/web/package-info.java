@NullMarked
package io.tenth.client.web;

import org.jspecify.annotations.NullMarked;
