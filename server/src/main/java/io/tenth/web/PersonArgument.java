package io.tenth.web;

import io.tenth.identity.Access;
import io.tenth.identity.Account;
import io.tenth.shared.Actor;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a controller the person who asks: as the actor, with the account, or with everything that let the request in. */
final class PersonArgument implements HandlerMethodArgumentResolver {

    private static final Set<Class<?>> TYPES = Set.of(Actor.Person.class, Account.class, Access.class);

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return TYPES.contains(parameter.getParameterType());
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
            return argument(parameter.getParameterType(), signedIn);
        }
        if (parameter.isOptional()) {
            return null;
        }
        throw new IllegalStateException("a controller that needs a person was reached by nobody");
    }

    private static Object argument(Class<?> type, SignedIn signedIn) {
        if (type == Access.class) {
            return signedIn.access();
        }
        return type == Account.class ? signedIn.account() : signedIn.person();
    }
}
