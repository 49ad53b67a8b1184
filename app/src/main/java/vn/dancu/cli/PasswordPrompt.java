package vn.dancu.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;

/** Asks for a password without showing it; without a terminal, takes the first line of the input. */
final class PasswordPrompt {
    private PasswordPrompt() {}

    static String ask() {
        Console terminal = System.console();
        if (terminal != null && System.getenv("TERM") != null) {
            char[] typed = terminal.readPassword("Mật khẩu / password: ");
            return typed == null ? "" : new String(typed);
        }
        try {
            // The input stays open: it is not ours to close.
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new DanCuException(ErrorCode.E101_FILE_NOT_READABLE, "không đọc được mật khẩu / no password", e);
        }
    }
}
