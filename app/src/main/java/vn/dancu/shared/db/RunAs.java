package vn.dancu.shared.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;

/**
 * How to run PostgreSQL's programs, which refuse to run as root: as ourselves; or, when we are root, in a user namespace
 * of our own ({@code unshare}), where root has no name; or, where a container forbids that, as another account.
 *
 * @param prefix what stands before the command
 * @param owner account that must own the cluster; null where we own it ourselves
 */
record RunAs(List<String> prefix, @Nullable String owner) {
    private static final List<String> ACCOUNTS = List.of("postgres", "nobody");

    /** @throws DanCuException E202 when nothing of this works */
    static RunAs choose(Path cluster) throws IOException {
        if (!isRoot()) {
            return new RunAs(List.of(), null);
        }
        String owner = Files.exists(cluster) ? Files.getOwner(cluster).getName() : "root";
        if (!owner.equals("root")) {
            return new RunAs(List.of("runuser", "-u", owner, "--"), owner);
        }
        if (answersOtherThanRoot(List.of("unshare", "-U", "id", "-u"))) {
            return new RunAs(List.of("unshare", "-U"), null);
        }
        for (String account : ACCOUNTS) {
            if (answersOtherThanRoot(List.of("runuser", "-u", account, "--", "id", "-u"))) {
                return new RunAs(List.of("runuser", "-u", account, "--"), account);
            }
        }
        throw new DanCuException(
                ErrorCode.E202_DATABASE_NOT_STARTED,
                "PostgreSQL không chạy dưới quyền root, mà máy này không cho dùng unshare hay tài khoản khác; hãy chạy"
                        + " dancu bằng tài khoản thường hoặc đặt DANCU_DB_URL / PostgreSQL refuses to run as root, and"
                        + " neither unshare nor another account can be used here: run dancu as an ordinary account, or"
                        + " set DANCU_DB_URL");
    }

    private static boolean isRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    private static boolean answersOtherThanRoot(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0 && !answer.equals("0");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Gives a folder to the account that runs PostgreSQL; does nothing where that is ourselves. */
    void own(Path folder) throws IOException {
        if (owner == null) {
            return;
        }
        UserPrincipal account =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.setOwner(directory, account);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!Files.isSymbolicLink(file) && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.setOwner(file, account);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    List<String> command(Path program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(program.toString());
        command.addAll(arguments);
        return command;
    }
}
