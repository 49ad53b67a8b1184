package vn.dancu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.access.AccessService;
import vn.dancu.access.Account;
import vn.dancu.access.AccountDesk;
import vn.dancu.access.AccountResult;
import vn.dancu.access.AccountSearch;
import vn.dancu.access.NewAccount;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Role;

/** {@code /users} (Tài khoản), for the administrator, who sees no records: find, make, change, disable. */
@Controller
class UsersPage {
    private static final int A_PAGE = 50;
    private static final int LONGEST_NAME = 200;

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
    private final AccountDesk desk;
    private final AreaChoices areas;
    private final Say say;
    private final Clock clock;

    UsersPage(AccessService access, AccountDesk desk, AreaChoices areas, Say say, Clock clock) {
        this.access = access;
        this.desk = desk;
        this.areas = areas;
        this.say = say;
        this.clock = clock;
    }

    @GetMapping("/users")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) AccountSearch.@Nullable State state,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        AccountSearch search = new AccountSearch(q, role, state, after, A_PAGE + 1);
        List<Account> page = desk.page(search);
        boolean more = page.size() > A_PAGE;
        List<Account> shown = more ? page.subList(0, A_PAGE) : page;
        model.addAttribute("accounts", shown);
        model.addAttribute("found", desk.count(search));
        model.addAttribute("next", more ? shown.get(shown.size() - 1).login() : null);
        model.addAttribute("q", q);
        model.addAttribute("role", role);
        model.addAttribute("state", state);
        model.addAttribute("after", after);
        model.addAttribute("roles", GIVEN);
        model.addAttribute("states", AccountSearch.State.values());
        model.addAttribute("requests", desk.requests());
        model.addAttribute("today", today());
        return "users";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Say.VIETNAM);
    }

    @GetMapping("/users/new")
    String blank(@RequestParam(defaultValue = "") String unit, Model model) {
        return form(new Shown("", "", Role.COLLECTOR, AreaScope.NOWHERE, today(), null), unit, model);
    }

    /** What the fields of the form hold: an account, or what was typed and refused. */
    public record Shown(
            String login,
            String displayName,
            Role role,
            AreaScope scope,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    private String form(Shown shown, String unit, Model model) {
        model.addAttribute("shown", shown);
        model.addAttribute("unit", unit);
        model.addAttribute("choices", areas.of(shown.scope(), unit));
        model.addAttribute("roles", GIVEN);
        if (!model.containsAttribute("account")) {
            model.addAttribute("account", null);
        }
        return "user";
    }

    @GetMapping("/users/{login}")
    String one(@PathVariable String login, @RequestParam(defaultValue = "") String unit, Model model) {
        Account account = access.find(login).orElseThrow(NoSuchPageException::new);
        model.addAttribute("account", account);
        return form(
                new Shown(
                        account.login(),
                        account.displayName(),
                        account.role(),
                        account.scope(),
                        account.validFrom(),
                        account.validTo()),
                unit,
                model);
    }

    @PostMapping("/users")
    String create(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String displayName,
            @RequestParam Role role,
            @RequestParam(required = false) @Nullable List<String> area,
            @RequestParam(required = false) @Nullable LocalDate validFrom,
            @RequestParam(required = false) @Nullable LocalDate validTo,
            @RequestParam(defaultValue = "") String password,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        AreaScope scope = AreaChoices.scope(parts(area));
        String name = shortened(displayName);
        LocalDate from = validFrom == null ? today() : validFrom;
        AccountResult result = access.create(
                new NewAccount(login.strip(), name, role, scope, from, validTo), password, viewer.actor());
        if (isDone(result)) {
            then.addFlashAttribute(
                    "done", say.text("web.users.created", Map.of("login", login.strip())) + waits(result));
            return "redirect:/users";
        }
        refuse(result, response, model);
        return form(new Shown(login.strip(), name, role, scope, from, validTo), "", model);
    }

    @PostMapping("/users/{login}")
    String change(
            @PathVariable String login,
            @RequestParam(defaultValue = "") String displayName,
            @RequestParam Role role,
            @RequestParam(required = false) @Nullable List<String> area,
            @RequestParam(required = false) @Nullable LocalDate validFrom,
            @RequestParam(required = false) @Nullable LocalDate validTo,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        Account account = access.find(login).orElseThrow(NoSuchPageException::new);
        AreaScope scope = AreaChoices.scope(parts(area));
        String name = shortened(displayName);
        LocalDate from = validFrom == null ? account.validFrom() : validFrom;
        AccountResult result = desk.change(new NewAccount(login, name, role, scope, from, validTo), viewer.actor());
        if (isDone(result)) {
            then.addFlashAttribute("done", say.text("web.users.changed", Map.of("login", login)) + waits(result));
            return "redirect:/users/" + login;
        }
        refuse(result, response, model);
        model.addAttribute("account", account);
        return form(new Shown(login, name, role, scope, from, validTo), "", model);
    }

    /** Boxes of the page, or codes parted by semicolons. */
    private static List<String> parts(@Nullable List<String> area) {
        return area == null
                ? List.of()
                : area.stream().flatMap(part -> Arrays.stream(part.split(";"))).toList();
    }

    private static String shortened(String name) {
        String stripped = name.strip();
        return stripped.length() > LONGEST_NAME ? stripped.substring(0, LONGEST_NAME) : stripped;
    }

    private static boolean isDone(AccountResult result) {
        return result == AccountResult.DONE || result == AccountResult.WAITS_FOR_SECOND;
    }

    private String waits(AccountResult result) {
        return result == AccountResult.WAITS_FOR_SECOND ? " " + say.text("account." + result) : "";
    }

    @PostMapping("/users/{login}/disable")
    String disable(@PathVariable String login, Viewer viewer, RedirectAttributes then) {
        if (login.equals(viewer.login())) {
            return answer(AccountResult.NOT_ON_ONESELF, "", login, then);
        }
        return answer(access.disable(login, viewer.actor()), "web.users.disabled", login, then);
    }

    @PostMapping("/users/{login}/enable")
    String enable(@PathVariable String login, Viewer viewer, RedirectAttributes then) {
        return answer(desk.enable(login, viewer.actor()), "web.users.enabled", login, then);
    }

    @PostMapping("/users/{login}/password")
    String password(
            @PathVariable String login,
            @RequestParam(defaultValue = "") String password,
            Viewer viewer,
            RedirectAttributes then) {
        return answer(access.setPassword(login, password, viewer.actor()), "web.users.password-set", login, then);
    }

    @PostMapping("/users/requests/{id}")
    String decide(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean yes,
            Viewer viewer,
            RedirectAttributes then) {
        AccountResult result = desk.decide(id, yes, viewer.actor());
        then.addFlashAttribute(
                result == AccountResult.DONE ? "done" : "refused",
                say.text(
                        result == AccountResult.DONE
                                ? yes ? "web.users.request.confirmed" : "web.users.request.refused"
                                : "account." + result));
        return "redirect:/users";
    }

    private void refuse(AccountResult result, HttpServletResponse response, Model model) {
        HttpStatus status = switch (result) {
            case DONE, WAITS_FOR_SECOND -> HttpStatus.OK;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case NO_SUCH_ACCOUNT -> HttpStatus.NOT_FOUND;
            case LOGIN_TAKEN, NOT_A_DEMO_DATABASE, ASKED_ALREADY, NEEDS_ANOTHER, NOT_ON_ONESELF, ONLY_BY_COMMAND ->
                HttpStatus.CONFLICT;
            case LOGIN_MALFORMED, ACCOUNT_MALFORMED, WEAK_PASSWORD -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        response.setStatus(status.value());
        model.addAttribute("refused", say.text("account." + result));
    }

    /** Told on the account's page, to which every button of it leads back. */
    private String answer(AccountResult result, String done, String login, RedirectAttributes then) {
        if (result == AccountResult.NO_SUCH_ACCOUNT && access.find(login).isEmpty()) {
            throw new NoSuchPageException();
        }
        then.addFlashAttribute(
                isDone(result) ? "done" : "refused",
                result == AccountResult.DONE ? say.text(done, Map.of("login", login)) : say.text("account." + result));
        return "redirect:/users/" + login;
    }
}
