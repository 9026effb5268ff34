package io.tenth.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * The stylesheet, the scripts and the pictures of the pages. Their addresses carry a hash of their content, so that a browser
 * keeps them for good and still never shows an old one. Of the library's jar one file is served, as {@code /assets/htmx.js}.
 */
@Configuration(proxyBeanMethods = false)
class Assets implements WebMvcConfigurer {

    private static final String HTMX = "htmx.js";
    private static final String HTMX_IN_ITS_JAR = "classpath:/META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js";
    private static final Duration FOR_GOOD = Duration.ofDays(365);

    @Bean
    ResourceUrlEncodingFilter assetAddresses() {
        return new OfPages();
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.maxAge(FOR_GOOD).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
                .addResolver(new OwnOrHtmx(htmx()));
    }

    private static Resource htmx() {
        try {
            var found = new PathMatchingResourcePatternResolver().getResources(HTMX_IN_ITS_JAR);
            if (found.length != 1) {
                throw new IllegalStateException("expected one htmx on the class path, found " + found.length);
            }
            return found[0];
        } catch (IOException e) {
            throw new IllegalStateException("the class path cannot be read", e);
        }
    }

    /** Programs are given no addresses of assets; their requests are spared the wrapping. */
    private static final class OfPages extends ResourceUrlEncodingFilter {

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var http = (HttpServletRequest) request;
            if (Answers.isApi(http) && !AskedPath.of(http).equals(ContractPages.PAGE)) {
                chain.doFilter(request, response);
            } else {
                super.doFilter(request, response, chain);
            }
        }
    }

    private static final class OwnOrHtmx extends PathResourceResolver {

        private final Resource htmx;

        OwnOrHtmx(Resource htmx) {
            this.htmx = htmx;
        }

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            return path.equals(HTMX) ? htmx : super.getResource(path, location);
        }
    }
}
