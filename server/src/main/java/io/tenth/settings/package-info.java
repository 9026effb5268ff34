/** What a person has set: how worked time becomes billed time and money, and how their mail is read. */
@ApplicationModule(allowedDependencies = {"shared", "audit", "identity", "client", "model"})
@NullMarked
package io.tenth.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
