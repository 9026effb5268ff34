package io.tenth.identity;

import io.tenth.store.Secrets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Hashes of the least cost, for tests of something else: people are made and signed in by the thousand. */
@TestConfiguration(proxyBeanMethods = false)
@ConditionalOnProperty(name = QuickPasswords.SETTING, matchIfMissing = true)
public class QuickPasswords {

    /** Set to false, passwords are hashed as the product does. */
    static final String SETTING = "tenth.test.quick-passwords";

    private static final int LEAST_COST = 4;

    @Bean
    @Primary
    Passwords hashesOfLeastCost(Secrets secrets) {
        return new Passwords(IdentityConfiguration.pepper(secrets), LEAST_COST);
    }
}
