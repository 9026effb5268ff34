package io.tenth.web;

import java.util.List;
import java.util.Map;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;

/**
 * The headers that protect a browser, on every answer. They are written outside the chains of {@link SecurityConfiguration},
 * since a request that the firewall refuses never gets into one.
 */
@Configuration(proxyBeanMethods = false)
class AnswerHeaders {

    /** No script, style, font or picture but our own, none of them inline; no frame around us; forms only to us. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** The same for an answer that no filter sees. */
    static final Map<String, String> BARE = Map.of(
            "Content-Security-Policy", CONTENT_POLICY,
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cache-Control", "no-store");

    /** On a way that is encrypted, for a year: no other way to here, nor to what lies below this name. */
    static final String STRICT_TRANSPORT = "max-age=31536000 ; includeSubDomains";

    @Bean
    FilterRegistrationBean<HeaderWriterFilter> answerHeaderFilter() {
        var filter = new FilterRegistrationBean<>(new HeaderWriterFilter(List.of(
                new ContentSecurityPolicyHeaderWriter(CONTENT_POLICY),
                new XContentTypeOptionsHeaderWriter(),
                new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER),
                new CacheControlHeadersWriter(),
                new HstsHeaderWriter())));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }
}
