package io.tenth.capture;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Where analyses are remembered beside this process and the database: in Redis if there is one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CacheSettings.class)
class CacheConfiguration {

    private static final String REDIS_URL = "tenth.requests.redis-url";

    @Bean
    @Order(2)
    @ConditionalOnProperty(REDIS_URL)
    RedisCache redisCache(@Value("${" + REDIS_URL + "}") String url, CacheSettings settings, Clock clock) {
        return new RedisCache(url, settings.life(), clock);
    }
}
