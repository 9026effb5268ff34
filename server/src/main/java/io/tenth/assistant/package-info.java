/** The tools: what a person asks an assistant, a program or the command line to do, in one form behind all doors. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "request",
            "audit",
            "identity",
            "client",
            "settings",
            "entry",
            "mail",
            "capture"
        })
@NullMarked
package io.tenth.assistant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
