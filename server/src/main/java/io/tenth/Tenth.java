package io.tenth;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The server. Transactions open before any other advice, so that row security finds one to speak in. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableTransactionManagement(order = 0)
public class Tenth {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
