package vn.dancu.web;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dancu.access.AccessService;
import vn.dancu.access.Account;

/** The name behind an account, as lists of acts show it; templates call it {@code officers}. */
@Component
public class OfficerNames {
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final AccessService access;
    private final Briefly<String, Map<String, String>> names;

    OfficerNames(AccessService access, Clock clock) {
        this.access = access;
        this.names = new Briefly<>(FRESH, clock);
    }

    /** The login itself where no account has it: the command line, or a name on a paper. */
    public String of(@Nullable String login) {
        if (login == null) {
            return "";
        }
        return names.get("", this::all).getOrDefault(login, login);
    }

    private Map<String, String> all() {
        Map<String, String> all = new HashMap<>();
        for (Account account : access.list()) {
            all.put(account.login(), account.displayName());
        }
        return all;
    }
}
