package io.tenth.request;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Where requests are counted: in Redis if there is one, else in this node. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class RequestConfiguration {

    @Bean
    Limiter limiter(RequestSettings settings, Clock clock) {
        var local = new LocalLimiter(clock);
        return settings.redisUrl() == null
                ? local
                : new RedisLimiter(settings.redisUrl(), local, clock, settings.redisWithin());
    }

    @Bean
    RequestLimits requestLimits(RequestSettings settings, Limiter limiter) {
        return new RequestLimits(settings, limiter);
    }
}
