/** The commands of the launcher. Those that read mail or lines start no server and load none of its classes. */
@ApplicationModule(
        allowedDependencies = {
            "extraction",
            "shared",
            "store",
            "crypto",
            "identity",
            "client",
            "task",
            "entry",
            "mail",
            "mail :: file",
            "capture",
            "report",
            "assistant",
            "assistant :: mcp"
        })
@NullMarked
package io.tenth.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
