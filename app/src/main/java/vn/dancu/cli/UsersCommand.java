package vn.dancu.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.dancu.access.AccessService;
import vn.dancu.access.Account;
import vn.dancu.access.AccountDesk;
import vn.dancu.access.AccountResult;
import vn.dancu.access.NewAccount;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;
import vn.dancu.shared.Role;
import vn.dancu.shared.Texts;

/** {@code users}: accounts from the machine itself; how the first administrator comes to be. */
@Command(
        name = "users",
        mixinStandardHelpOptions = true,
        description = "Tài khoản. / Accounts.",
        subcommands = {
            UsersCommand.ListAll.class,
            UsersCommand.Create.class,
            UsersCommand.Password.class,
            UsersCommand.Enable.class,
            UsersCommand.Disable.class
        })
final class UsersCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return new ListAll().call();
    }

    /** Every account; no password is shown, there is none to show. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "liệt kê / lists")
    static final class ListAll implements Callable<Integer> {
        @Mixin
        private DataFolder data = new DataFolder();

        @Override
        public Integer call() {
            Console console = Console.system();
            try (Session session = Session.batch(data.path(), console)) {
                for (Account account : session.bean(AccessService.class).list()) {
                    console.print(
                            String.format("%-20s %-18s %s", account.login(), account.role(), account.displayName()));
                }
            }
            return RootCommand.OK;
        }
    }

    /** The password is read from the terminal, or from the first line of the input, never from the command line. */
    @Command(name = "create", mixinStandardHelpOptions = true, description = "tạo / creates")
    static final class Create implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "LOGIN", description = "tên đăng nhập / login")
        private String login = "";

        @Option(names = "--name", required = true, description = "họ tên, chức vụ hiển thị / name shown")
        private String name = "";

        @Option(
                names = "--role",
                required = true,
                description = "collector | chief | archivist | city-team | province-operator | inspector |"
                        + " administrator | auditor")
        private String role = "";

        @Option(
                names = "--area",
                defaultValue = "",
                description =
                        "mã xã cách nhau bằng dấu phẩy, hoặc xã/tổ; * là mọi nơi / commune codes or commune/group, comma"
                                + " between them; * is everywhere")
        private String area = "";

        @Mixin
        private DataFolder data = new DataFolder();

        @Override
        public Integer call() {
            Role asked = role();
            Console console = Console.system();
            String password = PasswordPrompt.ask();
            try (Session session = Session.batch(data.path(), console)) {
                LocalDate today = LocalDate.now(session.bean(Clock.class));
                AccountResult result = session.bean(AccessService.class)
                        .create(
                                new NewAccount(login, name, asked, scope(), today, null),
                                password,
                                Session.commandLine());
                return told(result, console);
            }
        }

        private Role role() {
            try {
                return Role.valueOf(role.toUpperCase(Locale.ROOT).replace('-', '_'));
            } catch (IllegalArgumentException e) {
                throw new DanCuException(
                        ErrorCode.E105_UNKNOWN_OPTION_VALUE, "không có vai trò / no such role: " + role, e);
            }
        }

        private AreaScope scope() {
            if (area.equals("*")) {
                return AreaScope.EVERYWHERE;
            }
            List<String> parts = Arrays.stream(area.split(","))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
            Set<String> communes = new LinkedHashSet<>();
            Set<String> groups = new LinkedHashSet<>();
            for (String part : parts) {
                (part.contains("/") ? groups : communes).add(part);
            }
            return new AreaScope(false, communes, groups);
        }
    }

    /** The account opens nothing from now on; what it did stays under its name. */
    @Command(name = "disable", mixinStandardHelpOptions = true, description = "khóa / disables")
    static final class Disable implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "LOGIN", description = "tên đăng nhập / login")
        private String login = "";

        @Mixin
        private DataFolder data = new DataFolder();

        @Override
        public Integer call() {
            Console console = Console.system();
            try (Session session = Session.batch(data.path(), console)) {
                return told(session.bean(AccessService.class).disable(login, Session.commandLine()), console);
            }
        }
    }

    /** A new password, read from the terminal or the first line of the input; also unlocks. */
    @Command(name = "password", mixinStandardHelpOptions = true, description = "đặt mật khẩu / sets a password")
    static final class Password implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "LOGIN", description = "tên đăng nhập / login")
        private String login = "";

        @Mixin
        private DataFolder data = new DataFolder();

        @Override
        public Integer call() {
            Console console = Console.system();
            String password = PasswordPrompt.ask();
            try (Session session = Session.batch(data.path(), console)) {
                return told(
                        session.bean(AccessService.class).setPassword(login, password, Session.commandLine()), console);
            }
        }
    }

    /** A disabled account opens the door again, also an administrator's in an office that has only one. */
    @Command(name = "enable", mixinStandardHelpOptions = true, description = "cho dùng lại / enables again")
    static final class Enable implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "LOGIN", description = "tên đăng nhập / login")
        private String login = "";

        @Mixin
        private DataFolder data = new DataFolder();

        @Override
        public Integer call() {
            Console console = Console.system();
            try (Session session = Session.batch(data.path(), console)) {
                return told(session.bean(AccountDesk.class).enable(login, Session.commandLine()), console);
            }
        }
    }

    private static int told(AccountResult result, Console console) {
        if (result == AccountResult.DONE) {
            console.print("✓");
            return RootCommand.OK;
        }
        console.say("✗ " + Texts.of(Texts.VIETNAMESE).get("account." + result) + " / "
                + Texts.of(Locale.ENGLISH).get("account." + result));
        return RootCommand.FAILED;
    }
}
