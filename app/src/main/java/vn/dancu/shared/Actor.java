package vn.dancu.shared;

/**
 * Who acts, as what, and where.
 *
 * @param login the account, or {@code cli:<OS user>} for the command line
 */
public record Actor(String login, Role role, AreaScope scope) {
    public static Actor commandLine(String osUser) {
        return new Actor("cli:" + osUser, Role.SYSTEM, AreaScope.EVERYWHERE);
    }
}
