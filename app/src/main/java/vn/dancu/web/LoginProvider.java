package vn.dancu.web;

import java.io.Serializable;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;
import vn.dancu.access.Login;
import vn.dancu.access.LoginResult;

/**
 * Asks {@link Login} and turns its answer into Spring Security's words. Being the one provider in the context it is found
 * by itself; named again in a filter chain, it would be asked twice and count a wrong password twice.
 */
@Component
class LoginProvider implements AuthenticationProvider {
    private final Login login;

    LoginProvider(Login login) {
        this.login = login;
    }

    /** Who logged in, as the session keeps it. */
    record Person(String login, String name) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        Object password = asked.getCredentials();
        LoginResult result = login.authenticate(asked.getName().strip(), password == null ? "" : password.toString());
        if (result instanceof LoginResult.LoggedIn in) {
            UsernamePasswordAuthenticationToken token = new UsernamePasswordAuthenticationToken(
                    in.actor().login(),
                    null,
                    List.of(new SimpleGrantedAuthority("ROLE_" + in.actor().role())));
            token.setDetails(new Person(in.actor().login(), in.displayName()));
            return token;
        }
        if (result instanceof LoginResult.Refused refused && refused.reason() == LoginResult.Reason.LOCKED) {
            throw new LockedException("locked");
        }
        throw new BadCredentialsException("refused");
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return authentication == UsernamePasswordAuthenticationToken.class;
    }
}
