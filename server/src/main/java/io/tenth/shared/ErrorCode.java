package io.tenth.shared;

/** The categories of refusal that a caller can tell apart; the HTTP door gives each its status. */
public enum ErrorCode {
    VALIDATION_ERROR,
    AUTHENTICATION_ERROR,
    AUTHORIZATION_ERROR,
    NOT_FOUND,
    CONFLICT,
    PRECONDITION_FAILED,
    RATE_LIMIT_EXCEEDED,
    SERVICE_UNAVAILABLE
}
