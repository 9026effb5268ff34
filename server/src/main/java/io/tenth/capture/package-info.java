/** From mail to proposals to reviewed time: the only place that knows the engine, the mail and the entries. */
@ApplicationModule(
        allowedDependencies = {
            "extraction",
            "shared",
            "store",
            "audit",
            "crypto",
            "identity",
            "client",
            "model",
            "settings",
            "entry",
            "mail",
            "mail :: file"
        })
@NullMarked
package io.tenth.capture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
