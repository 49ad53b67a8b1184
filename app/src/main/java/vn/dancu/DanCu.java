package vn.dancu;

import vn.dancu.cli.RootCommand;

/** The program: every command of {@code ./dancu} starts here. */
public final class DanCu {
    private DanCu() {}

    public static void main(String[] arguments) {
        System.exit(RootCommand.execute(arguments));
    }
}
