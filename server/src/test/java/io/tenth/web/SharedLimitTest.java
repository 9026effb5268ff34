package io.tenth.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ServerTest;
import io.tenth.request.OtherNode;
import io.tenth.request.TestRedis;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Nodes that share a Redis share what a caller may ask for. */
@DirtiesContext
@TestPropertySource(properties = {"tenth.requests.read=100/min", "tenth.requests.redis-within=10s"})
class SharedLimitTest extends ServerTest {

    private static final TestRedis REDIS = new TestRedis();

    @DynamicPropertySource
    static void redis(DynamicPropertyRegistry registry) {
        registry.add("tenth.requests.redis-url", REDIS::url);
    }

    @AfterAll
    static void stopRedis() {
        REDIS.close();
    }

    @Test
    void countsWhatAPersonReadAtAnotherNode() {
        var person = newPerson();
        OtherNode.serve(REDIS, person.id(), 98, clock());

        var statuses = IntStream.range(0, 3)
                .mapToObj(one -> api(person).get("/api/users/me").status())
                .toList();

        assertThat(statuses).containsExactly(200, 200, 429);
    }
}
