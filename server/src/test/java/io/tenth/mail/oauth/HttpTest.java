package io.tenth.mail.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.tenth.mail.MailServiceException.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpTest {

    @Test
    void doesNotWaitForAnAnswerThatNeverEnds() throws IOException, Unavailable {
        var over = new CountDownLatch(1);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
            try {
                over.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        try {
            var http = new Http(Duration.ofMillis(300));
            assertThatExceptionOfType(Unavailable.class)
                    .isThrownBy(() -> http.ask(HttpRequest.newBuilder(address)))
                    .withMessageContaining("too long");

            var beginning = new Http().ask(HttpRequest.newBuilder(address), response -> Answer.of(response, 9));
            assertThat(beginning.body()).hasSize(9);
            assertThat(beginning.complete()).isFalse();
        } finally {
            over.countDown();
            server.stop(0);
        }
    }
}
