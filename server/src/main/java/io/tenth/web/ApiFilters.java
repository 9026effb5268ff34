package io.tenth.web;

import io.tenth.request.IdempotencyKeys;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.stereotype.Component;

/**
 * What a request to the API passes, in this order: whose page sends it and in what form, before anybody is looked up; how many
 * the caller has sent, once the caller is known; what a token is good for; and, once it is known that the caller may, whether it was sent before.
 */
@Component
record ApiFilters(Throttle throttle, IdempotencyKeys keys, WebSettings settings, Answers answers) {

    /** Those for a program that speaks MCP, behind what knows whose it is: what a token is good for is asked of each message. */
    HttpSecurity addForPrograms(HttpSecurity http) {
        return http.addFilterBefore(new CrossOrigin(settings, answers), HeaderWriterFilter.class)
                .addFilterBefore(new JsonOnly(answers), HeaderWriterFilter.class)
                .addFilterBefore(throttle.filter(), AuthorizationFilter.class);
    }

    HttpSecurity addTo(HttpSecurity http) {
        return http.addFilterBefore(new CrossOrigin(settings, answers), HeaderWriterFilter.class)
                .addFilterBefore(new JsonOnly(answers), HeaderWriterFilter.class)
                .addFilterBefore(throttle.filter(), AuthorizationFilter.class)
                .addFilterBefore(new ScopeFilter(answers), AuthorizationFilter.class)
                .addFilterAfter(new IdempotencyFilter(keys, answers), AuthorizationFilter.class);
    }
}
