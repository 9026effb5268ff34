package io.tenth.identity;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** The server at which programs get their tokens (OAuth 2.1), as a part of the chain of filters. Absent where it is switched off. */
public interface ProgramSignIn {

    /** How each access token begins, so that a program which looks for leaked secrets recognises one. */
    String ACCESS_PREFIX = "tenth_mcp_";

    /** The same of a refresh token. */
    String REFRESH_PREFIX = "tenth_mcr_";

    String AUTHORIZE = "/oauth2/authorize";
    String TOKEN = "/oauth2/token";
    String REVOKE = "/oauth2/revoke";
    String REGISTER = "/oauth2/register";
    String CONSENT = "/oauth2/consent";
    String METADATA = "/.well-known/oauth-authorization-server";

    HttpSecurity addTo(HttpSecurity http) throws Exception;
}
