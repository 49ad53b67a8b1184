package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.access.AccessService;
import vn.dancu.access.AccountResult;
import vn.dancu.access.NewAccount;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Role;

/** {@code /users} (Tài khoản), for the administrator, who sees no records. */
@Controller
class UsersPage {
    private static final List<Role> GIVEN = List.of(
            Role.COLLECTOR,
            Role.CHIEF,
            Role.ARCHIVIST,
            Role.CITY_TEAM,
            Role.PROVINCE_OPERATOR,
            Role.INSPECTOR,
            Role.AUDITOR,
            Role.ADMINISTRATOR);

    private final AccessService access;
    private final Say say;
    private final Clock clock;

    UsersPage(AccessService access, Say say, Clock clock) {
        this.access = access;
        this.say = say;
        this.clock = clock;
    }

    @GetMapping("/users")
    String show(Model model) {
        model.addAttribute("accounts", access.list());
        model.addAttribute("roles", GIVEN);
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), Say.VIETNAM));
        return "users";
    }

    @PostMapping("/users")
    String create(
            @RequestParam String login,
            @RequestParam String displayName,
            @RequestParam Role role,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate validTo,
            @RequestParam String password,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Say.VIETNAM);
        AccountResult result = access.create(
                new NewAccount(login.strip(), displayName.strip(), role, scope(area), today, validTo),
                password,
                viewer.actor());
        return answer(result, "web.users.created", login, response, model, then);
    }

    /** {@code *}, commune codes, and {@code commune/group}, parted by semicolons. */
    static AreaScope scope(String area) {
        if (area.strip().equals("*")) {
            return AreaScope.EVERYWHERE;
        }
        Set<String> communes = new LinkedHashSet<>();
        Set<String> groups = new LinkedHashSet<>();
        Arrays.stream(area.split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .forEach(part -> {
                    if (part.contains("/")) {
                        groups.add(part);
                    } else {
                        communes.add(part);
                    }
                });
        return new AreaScope(false, communes, groups);
    }

    @PostMapping("/users/{login}/disable")
    String disable(
            @PathVariable String login,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        return answer(access.disable(login, viewer.actor()), "web.users.disabled", login, response, model, then);
    }

    @PostMapping("/users/{login}/password")
    String password(
            @PathVariable String login,
            @RequestParam String password,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        return answer(
                access.setPassword(login, password, viewer.actor()),
                "web.users.password-set",
                login,
                response,
                model,
                then);
    }

    private String answer(
            AccountResult result,
            String done,
            String login,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        HttpStatus status = switch (result) {
            case DONE -> HttpStatus.OK;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case NO_SUCH_ACCOUNT -> HttpStatus.NOT_FOUND;
            case LOGIN_TAKEN, NOT_A_DEMO_DATABASE -> HttpStatus.CONFLICT;
            case LOGIN_MALFORMED, ACCOUNT_MALFORMED, WEAK_PASSWORD -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        if (result == AccountResult.DONE) {
            then.addFlashAttribute("done", say.text(done, Map.of("login", login.strip())));
            return "redirect:/users";
        }
        response.setStatus(status.value());
        model.addAttribute("refused", say.text("account." + result));
        return show(model);
    }
}
