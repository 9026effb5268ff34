package io.tenth.assistant.mcp;

import io.tenth.identity.Account;
import io.tenth.identity.ApiTokens;
import io.tenth.identity.NewApiToken;
import io.tenth.identity.Scope;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** Personal tokens with which the tests come in. */
final class McpTokens {

    private McpTokens() {}

    static String all(ApplicationContext server, Account account) {
        return with(EnumSet.allOf(Scope.class), server, account);
    }

    static String with(Set<Scope> scopes, ApplicationContext server, Account account) {
        return server.getBean(ApiTokens.class)
                .make(new NewApiToken("Program", scopes, null), account.person())
                .secret()
                .value();
    }
}
