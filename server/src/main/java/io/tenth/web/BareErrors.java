package io.tenth.web;

import java.io.IOException;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;

/**
 * Answers what no filter has seen: a request so malformed that the server beneath refuses it. Nobody's browser shows such an
 * answer, so it is the API's.
 */
@Configuration(proxyBeanMethods = false)
class BareErrors {

    /** Added after the server's own valve, and so before it on the way back. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bareErrorValve(Answers answers) {
        return server -> server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Valve(answers)));
    }

    private static final class Valve extends ErrorReportValve {

        private final Answers answers;

        Valve(Answers answers) {
            this.answers = answers;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            if (response.getStatus() < HttpStatus.BAD_REQUEST.value()
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            try {
                if (request.isSecure()) {
                    response.setHeader("Strict-Transport-Security", AnswerHeaders.STRICT_TRANSPORT);
                }
                write(response, HttpStatus.valueOf(response.getStatus()));
            } catch (IOException gone) {
                containerLog.debug("nobody waits for this answer any more", gone);
            }
        }

        private void write(Response response, HttpStatus status) throws IOException {
            var id = UUID.randomUUID().toString();
            AnswerHeaders.BARE.forEach(response::setHeader);
            response.setHeader(RequestIds.HEADER, id);
            MDC.put(RequestIds.KEY, id);
            try {
                answers.writeError(response, status, status.getReasonPhrase() + ".");
            } finally {
                MDC.remove(RequestIds.KEY);
            }
        }
    }
}
