@NullMarked
package io.tenth.mail.web;

import org.jspecify.annotations.NullMarked;
