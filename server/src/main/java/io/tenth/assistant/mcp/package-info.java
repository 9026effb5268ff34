/** The Model Context Protocol, of revisions with a handshake and of the one without: only translates to the tools. */
@NamedInterface("mcp")
@NullMarked
package io.tenth.assistant.mcp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
