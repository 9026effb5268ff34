/** Mail at Microsoft 365, by Graph. Only translates to {@code mail}; {@link io.tenth.mail.graph.GraphMail} is the door. */
@NullMarked
package io.tenth.mail.graph;

import org.jspecify.annotations.NullMarked;
