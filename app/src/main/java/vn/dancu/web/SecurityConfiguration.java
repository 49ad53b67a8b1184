package vn.dancu.web;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;
import vn.dancu.shared.Role;

/**
 * Who may open what. Closed unless a line here opens it; the role is asked anew at every request, because a delegation
 * may begin or end and an account may be disabled while a session lasts. What may be done to which form is not said here
 * but by the use cases.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SecurityConfiguration {
    /** Nothing from elsewhere, no script or style within the page, no frame around it. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** An inspector only as far as her sample goes: {@link SampleOnly}. */
    private static final Role[] EVERYBODY_WITH_RECORDS = {
        Role.COLLECTOR, Role.CHIEF, Role.CITY_TEAM, Role.PROVINCE_OPERATOR, Role.INSPECTOR
    };

    private static final Role[] OFFICERS = Menu.OFFICERS.toArray(new Role[0]);
    private static final Role[] SIGNERS = Menu.SIGNERS.toArray(new Role[0]);
    private static final Role[] REVIEWERS = Menu.REVIEWERS.toArray(new Role[0]);
    private static final Role[] MODEL = Menu.MODEL.toArray(new Role[0]);
    private static final Role[] ARCHIVE = Menu.ARCHIVE.toArray(new Role[0]);
    private static final Role[] INSPECTION = Menu.INSPECTION.toArray(new Role[0]);
    private static final Role[] COUNTERS = Menu.COUNTERS.toArray(new Role[0]);
    private static final Role[] CAMPAIGN = Menu.CAMPAIGN.toArray(new Role[0]);
    private static final Role[] CAMPAIGNERS = Menu.CAMPAIGNERS.toArray(new Role[0]);
    private static final Role[] KEEPERS = Menu.KEEPERS.toArray(new Role[0]);

    @Bean
    SecurityFilterChain screens(HttpSecurity http, Viewers viewers) {
        RequestMatcher api = withDefaults().matcher("/api/**");
        return http.authorizeHttpRequests(
                        open -> open.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers("/login", "/error", "/actuator/health", "/dancu.css", "/icons.svg")
                                .permitAll()
                                .requestMatchers("/favicon.svg", "/js/**", "/css/**", "/webjars/**")
                                .permitAll()
                                .requestMatchers(StaticFiles.ROOT + "/**")
                                .permitAll()
                                .requestMatchers("/users/**")
                                .access(only(viewers, Role.ADMINISTRATOR))
                                .requestMatchers(HttpMethod.POST, "/jobs/import")
                                .access(only(viewers, Menu.IMPORTERS.toArray(new Role[0])))
                                .requestMatchers(HttpMethod.POST, "/jobs/area")
                                .access(only(viewers, OFFICERS))
                                .requestMatchers(HttpMethod.POST, "/jobs/list-import")
                                .access(only(viewers, Role.ADMINISTRATOR))
                                .requestMatchers("/rules/**", "/settings/**")
                                .access(only(viewers, Menu.SETTERS.toArray(new Role[0])))
                                .requestMatchers("/jobs/**")
                                .access(only(viewers, Role.values()))
                                .requestMatchers("/audit/**")
                                .access(only(viewers, Role.AUDITOR))
                                .requestMatchers("/api/desk/notes")
                                .access(only(viewers, Role.values()))
                                .requestMatchers("/forms/new", "/forms/drafts/**", "/api/desk/**")
                                .access(only(viewers, OFFICERS))
                                .requestMatchers(HttpMethod.GET, "/queue/**", "/list", "/search", "/forms/*/next")
                                .access(only(viewers, OFFICERS))
                                .requestMatchers(HttpMethod.GET, "/forms/*", "/forms/*/compare")
                                .access(only(viewers, EVERYBODY_WITH_RECORDS))
                                .requestMatchers(HttpMethod.GET, "/forms/*/candidates", "/forms/*/household")
                                .access(only(viewers, EVERYBODY_WITH_RECORDS))
                                .requestMatchers("/duplicates/**", "/explained/**")
                                .access(only(viewers, REVIEWERS))
                                .requestMatchers(HttpMethod.GET, "/forms/*/sheet")
                                .access(only(viewers, EVERYBODY_WITH_RECORDS))
                                .requestMatchers("/delegations", "/delegations/end")
                                .access(only(viewers, Role.CHIEF, Role.CITY_TEAM))
                                .requestMatchers(HttpMethod.GET, "/approvals", "/approvals/count")
                                .access(only(viewers, SIGNERS))
                                .requestMatchers(HttpMethod.GET, "/civil-status")
                                .access(only(viewers, OFFICERS))
                                .requestMatchers(HttpMethod.GET, "/forms/*/weight")
                                .access(only(viewers, EVERYBODY_WITH_RECORDS))
                                .requestMatchers(HttpMethod.GET, "/forms/*/correct")
                                .access(only(viewers, OFFICERS))
                                .requestMatchers(HttpMethod.POST, "/search", "/queue/filter", "/queue/filters/**")
                                .access(only(viewers, OFFICERS))
                                .requestMatchers(HttpMethod.POST, "/queue/**", "/forms/**")
                                .access(only(viewers, OFFICERS))
                                .requestMatchers("/lookups/**")
                                .access(only(viewers, ARCHIVE))
                                .requestMatchers("/inspections/**")
                                .access(only(viewers, INSPECTION))
                                .requestMatchers("/batches/**")
                                .access(only(viewers, KEEPERS))
                                .requestMatchers("/scanning/**")
                                .access(only(viewers, Menu.SCANNERS.toArray(new Role[0])))
                                .requestMatchers(HttpMethod.GET, "/forms/*/scans/*")
                                .access(only(viewers, EVERYBODY_WITH_RECORDS))
                                .requestMatchers("/scan-lists/**", "/register/**", "/keying/**", "/api/keying/**")
                                .access(only(viewers, Role.PROVINCE_OPERATOR))
                                .requestMatchers("/review/**")
                                .access(only(viewers, REVIEWERS))
                                .requestMatchers(HttpMethod.GET, "/linkage-model")
                                .access(only(viewers, MODEL))
                                .requestMatchers(
                                        HttpMethod.GET,
                                        "/verification/rounds/*",
                                        "/verification/rounds/*/minutes.pdf",
                                        "/verification/rounds/*/minutes.docx")
                                .access(only(viewers, SIGNERS))
                                .requestMatchers(HttpMethod.GET, "/overtime")
                                .access(only(viewers, REVIEWERS))
                                .requestMatchers("/verification/**")
                                .access(only(viewers, Role.CITY_TEAM))
                                .requestMatchers(HttpMethod.GET, "/progress/forms")
                                .access(only(viewers, OFFICERS))
                                .requestMatchers(HttpMethod.GET, "/progress/**")
                                .access(only(viewers, COUNTERS))
                                .requestMatchers("/reports/templates/**", "/reports/periods", "/reports/remind")
                                .access(only(viewers, Role.CITY_TEAM))
                                .requestMatchers("/reports/**")
                                .access(only(viewers, Menu.REPORTERS.toArray(new Role[0])))
                                .requestMatchers("/collection-days/**", "/missing/**")
                                .access(only(viewers, CAMPAIGNERS))
                                .requestMatchers(HttpMethod.GET, "/targets/**", "/outreach/**", "/announcements/**")
                                .access(only(viewers, CAMPAIGN))
                                .requestMatchers("/targets/**", "/outreach/**", "/announcements/**")
                                .access(only(viewers, CAMPAIGNERS))
                                .requestMatchers("/exports/**")
                                .access(only(viewers, Menu.EXPORTERS.toArray(new Role[0])))
                                .requestMatchers("/boundaries", "/export-rights/**")
                                .access(only(viewers, Role.ADMINISTRATOR))
                                .requestMatchers("/")
                                .access(only(viewers, Role.values()))
                                .requestMatchers("/api/session")
                                .access(only(viewers, Role.values()))
                                .anyRequest()
                                .denyAll())
                .formLogin(form -> form.loginPage("/login")
                        .defaultSuccessUrl("/", false)
                        .failureHandler((request, response, failure) -> response.sendRedirect(failureAddress(failure))))
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId()))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()"))
                        .frameOptions(frame -> frame.deny()))
                .exceptionHandling(problems -> problems.defaultAuthenticationEntryPointFor(
                                (request, response, failure) -> problem(response, HttpStatus.UNAUTHORIZED), api)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), request -> true)
                        .accessDeniedHandler(denied(api)))
                .build();
    }

    private static AuthorizationManager<RequestAuthorizationContext> only(Viewers viewers, Role... roles) {
        Set<Role> allowed = Set.of(roles);
        return new AuthorizationManager<>() {
            @Override
            public AuthorizationResult authorize(
                    Supplier<? extends @Nullable Authentication> asked, RequestAuthorizationContext context) {
                return new AuthorizationDecision(viewers.current()
                        .filter(viewer -> allowed.contains(viewer.role()))
                        .isPresent());
            }
        };
    }

    /** A token that went with its session sends to the login; the draft of what was typed is kept on the server. */
    private static AccessDeniedHandler denied(RequestMatcher api) {
        AccessDeniedHandlerImpl page = new AccessDeniedHandlerImpl();
        return (HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure) -> {
            if (api.matches(request)) {
                problem(response, failure instanceof CsrfException ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN);
            } else if (failure instanceof CsrfException) {
                response.sendRedirect("/login?expired");
            } else {
                page.handle(request, response, failure);
            }
        };
    }

    private static String failureAddress(AuthenticationException failure) {
        return failure instanceof LockedException ? "/login?locked" : "/login?wrong";
    }

    private static void problem(HttpServletResponse response, HttpStatus status) throws IOException {
        response.setStatus(status.value());
        response.setContentType("application/problem+json");
        response.getWriter()
                .write("{\"type\":\"about:blank\",\"title\":\"" + status.getReasonPhrase() + "\",\"status\":"
                        + status.value() + "}");
    }
}
