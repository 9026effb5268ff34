/** The tools: what a person asks an assistant, a program or the command line to do, in one form behind all doors. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "store",
            "request",
            "crypto",
            "audit",
            "identity",
            "client",
            "model",
            "settings",
            "entry",
            "mail",
            "capture"
        })
@NullMarked
package io.tenth.assistant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
