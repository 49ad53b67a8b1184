package vn.dancu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.dancu.ApplicationStarter;
import vn.dancu.access.AccessService;
import vn.dancu.access.AccountResult;
import vn.dancu.access.Passwords;
import vn.dancu.intake.Forms;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;
import vn.dancu.shared.Texts;

/** {@code demo}: an invented city walks the whole path, then the web application runs on it. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Một thành phố giả định đi hết con đường của phiếu, rồi mở ứng dụng web.",
            "An invented city walks the whole path of a form, then the web application opens."
        })
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--people", defaultValue = "55000", description = "số dân / number of people (${DEFAULT-VALUE})")
    private int people;

    @Option(names = "--seed", defaultValue = "1", description = "hạt giống / seed (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--no-serve", description = "không mở ứng dụng web / do not start the web application")
    private boolean noServe;

    @Option(
            names = "--busy",
            description =
                    "để lại việc ở mọi khâu trong mọi xã, phường, như giữa chiến dịch / leave work at every place of"
                            + " the path in every ward, as in the middle of the campaign")
    private boolean busy;

    @Mixin
    private DataFolder data = new DataFolder();

    @Option(names = "--port", defaultValue = "8080", description = "cổng / port (${DEFAULT-VALUE})")
    private int port;

    @Override
    public Integer call() throws IOException {
        Console console = Console.system();
        Path city = data.path().resolve("city-" + people + "-" + seed);
        Path finished = city.resolve("finished");
        if (!Files.exists(finished)) {
            try {
                walk(console, city);
            } catch (DanCuException e) {
                throw Failures.ofDatabase(e, data.path());
            }
            Files.createFile(finished);
        } else {
            console.say("Thành phố này đã đi hết con đường; xóa " + data.path()
                    + " để làm lại. / This city has already walked the path; delete the folder to start anew.");
        }
        if (!noServe) {
            serve(console);
        }
        return RootCommand.OK;
    }

    private void walk(Console console, Path city) throws IOException {
        Steps steps = new Steps(console);
        try (Session session = Session.batch(data.path(), console)) {
            refuseStrangers(session);
            if (!Demo.isWritten(city)) {
                steps.run("Dựng thành phố giả định", () -> {
                    try {
                        SimulateCommand.write(people, seed, city, console);
                    } catch (IOException e) {
                        throw Failures.writing(city, e);
                    }
                    return people;
                });
            }
            DemoSettings.createAccounts(session, city, Session.commandLine());
            ClosingTable table = new Demo(session, console, city, seed, busy, steps).run();
            for (String line : table.lines(Texts.of(Texts.VIETNAMESE))) {
                console.print(line);
            }
        }
    }

    /** A database with real work in it is never made a demo, nor is one city laid over another. */
    private void refuseStrangers(Session session) throws IOException {
        AccessService access = session.bean(AccessService.class);
        String mark = "people=" + people + " seed=" + seed;
        Path marked = data.path().resolve("demo.txt");
        String known = Files.exists(marked) ? Files.readString(marked).strip() : "";
        boolean isOurs = known.equals(mark) && access.isDemo();
        boolean isFree = known.isEmpty()
                && session.bean(Forms.class).all().isEmpty()
                && access.markAsDemo(Session.commandLine()) == AccountResult.DONE;
        if (!isOurs && !isFree) {
            throw new DanCuException(
                    ErrorCode.E105_UNKNOWN_OPTION_VALUE,
                    "thư mục " + data.path() + " đã chứa dữ liệu khác (" + (known.isEmpty() ? "không phải demo" : known)
                            + "). Hãy chọn --data khác. / The folder already holds other data: choose another --data.");
        }
        Files.writeString(marked, mark);
    }

    private void serve(Console console) {
        try (Session session = Session.serve(data.path(), ApplicationStarter.Mode.serve(port), console)) {
            console.print("");
            console.print("Dân Cư: http://localhost:" + port + "   (Ctrl+C để dừng / to stop)");
            console.print("Tài khoản demo, mật khẩu / demo accounts, password: " + Passwords.DEMO);
            for (String[] account : List.of(
                    new String[] {"nhap-00691", "cán bộ nhập phiếu, phường Trần Phú / collector"},
                    new String[] {"truong-00691", "trưởng công an phường Trần Phú / chief"},
                    new String[] {"doi-qlhc", "đội quản lý hành chính thành phố / city team"},
                    new String[] {"pc06", "phòng PC06: nhận lô, quét, nhập CSDL / province"},
                    new String[] {"c06", "đoàn kiểm tra / inspector"},
                    new String[] {"quan-tri", "quản trị / administrator"},
                    new String[] {"kiem-toan", "kiểm toán nhật ký / auditor"})) {
                console.print(String.format("  %-14s %s", account[0], account[1]));
            }
            console.print("Ở phường Trần Phú còn phiếu chờ xử lý, dành cho người dùng thử."
                    + " / Some forms of Trần Phú wait for whoever tries it.");
            session.awaitStop();
        }
    }
}
