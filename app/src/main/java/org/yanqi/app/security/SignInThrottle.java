package org.yanqi.app.security;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Slows down guessing: counts wrong passwords per login name and per network address (ASVS 5.0, 2.4.1 and 6.3.1). */
@Component
class SignInThrottle extends OncePerRequestFilter {
    private static final int REMEMBERED = 20_000;

    private final SecurityProperties properties;
    private final Map<String, Bucket> byLogin = recent();
    private final Map<String, Bucket> byAddress = recent();
    private final Map<String, Bucket> keysByAddress = recent();

    SignInThrottle(SecurityProperties properties) {
        this.properties = properties;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isSignIn(request) && isForeign(request)) {
            response.sendRedirect(request.getContextPath() + "/login?error");
            return;
        }
        if (isSignIn(request) && isBarred(request)) {
            response.sendRedirect(request.getContextPath() + "/login?throttled");
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isSignIn(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && request.getRequestURI().equals(request.getContextPath() + "/login");
    }

    /** Another site must not sign a visitor in: the sign-in form carries no CSRF token, the browser names the origin. */
    private static boolean isForeign(HttpServletRequest request) {
        var origin = request.getHeader("Origin");
        var url = request.getRequestURL().toString();
        var here = url.substring(
                url.indexOf("://"), url.length() - request.getRequestURI().length());
        return origin != null && !origin.endsWith(here);
    }

    private boolean isBarred(HttpServletRequest request) {
        return bucket(byLogin, login(request), properties.attempts()).getAvailableTokens() < 1
                || bucket(byAddress, request.getRemoteAddr(), properties.attemptsPerAddress())
                                .getAvailableTokens()
                        < 1;
    }

    void failed(HttpServletRequest request) {
        bucket(byLogin, login(request), properties.attempts()).tryConsume(1);
        bucket(byAddress, request.getRemoteAddr(), properties.attemptsPerAddress())
                .tryConsume(1);
    }

    /** Every try with a key needs a challenge of its own, and so counts here whether it succeeds or not. */
    boolean mayTryKey(String address) {
        return bucket(keysByAddress, address, properties.attemptsPerAddress()).tryConsume(1);
    }

    void succeeded(String login) {
        synchronized (byLogin) {
            byLogin.remove(key(login));
        }
    }

    private static String login(HttpServletRequest request) {
        var name = request.getParameter("username");
        return name == null ? "" : key(name);
    }

    private static String key(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    private Bucket bucket(Map<String, Bucket> buckets, String key, int capacity) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    key,
                    unused -> Bucket.builder()
                            .addLimit(Bandwidth.builder()
                                    .capacity(capacity)
                                    .refillGreedy(capacity, properties.attemptsWithin())
                                    .build())
                            .build());
        }
    }

    private static Map<String, Bucket> recent() {
        return new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    /** The security chain calls these filters; the container must not do so once more for every path. */
    @Configuration(proxyBeanMethods = false)
    static class OnlyInTheChain {
        @Bean
        FilterRegistrationBean<SignInThrottle> throttleOnlyInTheChain(SignInThrottle filter) {
            return off(new FilterRegistrationBean<>(filter));
        }

        @Bean
        FilterRegistrationBean<SessionGuard> guardOnlyInTheChain(SessionGuard filter) {
            return off(new FilterRegistrationBean<>(filter));
        }

        private static <F extends Filter> FilterRegistrationBean<F> off(FilterRegistrationBean<F> bean) {
            bean.setEnabled(false);
            return bean;
        }
    }
}
