package vn.dancu.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import vn.dancu.ApplicationStarter;
import vn.dancu.TestDatabase;
import vn.dancu.access.AccessService;
import vn.dancu.access.NewAccount;
import vn.dancu.access.Passwords;
import vn.dancu.campaign.Target;
import vn.dancu.campaign.Targets;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Progress;
import vn.dancu.shared.Role;
import vn.dancu.shared.db.DatabaseAccess;
import vn.dancu.sources.SourceImport;

/** The whole application with web on a database of its own: officers of every role, two wards, two books, an archive. */
final class World implements AutoCloseable {
    static final String PASSWORD = Passwords.DEMO;
    static final String WARD = "00691";
    static final String OTHER_WARD = "00692";
    static final String GROUP = "Tổ 3";
    static final String COLLECTOR = "cskv-a";
    static final String OTHER_COLLECTOR = "cskv-b";
    static final String CHIEF = "truong-tp";
    static final String CITY = "doi-qlhc";
    static final String PROVINCE = "pc06";
    static final String INSPECTOR = "c06";
    static final String ARCHIVIST = "tangthu";
    static final String AUDITOR = "giamsat";
    static final String ADMINISTRATOR = "quantri";

    private static final Actor SYSTEM = Actor.commandLine("test");

    private static final String BOOK = """
            entry_no,book_kind,household_book_no,commune_code,residential_group,address,full_name,other_name,birth_date,sex,ethnicity,religion,nationality,hometown,personal_id,old_id,relation_to_head,head_name,registered_on,removed_on,removal_reason,book_no,sheet_no
            S001,permanent,024000354,00691,Tổ 3,Số 354 Lâm Đồng,Phạm Văn Long,,08/05/1944,Nam,Kinh,Không,Việt Nam,Nam Định,,073451220,Chủ hộ,Phạm Văn Long,12/03/1999,,,12,45
            S002,permanent,024000354,00691,Tổ 3,Số 354 Lâm Đồng,Nguyễn Thị Lan,,17/11/1949,Nữ,Kinh,Không,Việt Nam,Nam Định,,073451221,Vợ,Phạm Văn Long,12/03/1999,,,12,45
            S003,permanent,024000354,00691,Tổ 3,Số 354 Lâm Đồng,Phạm Hải Đăng,,02/09/1975,Nam,Kinh,Không,Việt Nam,Nam Định,,073608114,Con,Phạm Văn Long,12/03/1999,,,12,45
            S004,permanent,024000812,00691,Tổ 3,Số 12 Trần Hưng Đạo,Giàng Mí Páo,,1979,Nam,Mông,Không,Việt Nam,Hà Giang,,073700391,Chủ hộ,Giàng Mí Páo,03/04/2006,,,12,61
            S005,permanent,024000812,00691,Tổ 3,Số 12 Trần Hưng Đạo,Vừ Thị Mỷ,,1982,Nữ,Mông,Không,Việt Nam,Hà Giang,,073700392,Vợ,Giàng Mí Páo,03/04/2006,,,12,61
            S006,permanent,024000812,00691,Tổ 3,Số 12 Trần Hưng Đạo,Giàng Thị Dính,,20/02/2011,Nữ,Mông,Không,Việt Nam,Hà Giang,,,Con,Giàng Mí Páo,11/05/2011,,,12,61
            """;

    private static final String ARCHIVE = """
            entry_no,envelope_no,commune_code,address,full_name,other_name,birth_date,sex,ethnicity,religion,birth_place,hometown,personal_id,old_ids,father_name,mother_name,spouse_name,relation_to_head,recorded_on
            T001,TH000912,00691,Số 354 Lâm Đồng,Phạm Vân Long,,08/05/1944,Nam,Kinh,Không,Nam Định,Nam Định,,073451220,Phạm Văn Hợi,Trần Thị Sửu,Nguyễn Thị Lan,Chủ hộ,12/03/1999
            T002,TH000912,00691,Số 354 Lâm Đồng,Nguyễn Thị Lan,,17/11/1949,Nữ,Kinh,Không,Nam Định,Nam Định,,073451221,Nguyễn Văn Thân,Vũ Thị Dậu,Phạm Văn Long,Vợ,12/03/1999
            """;

    final ConfigurableApplicationContext context;
    final String base;

    private final DatabaseAccess database;

    /** Of files that go with this world; null where the test keeps them. */
    private @Nullable Path folder;

    private World(DatabaseAccess database, ConfigurableApplicationContext context) {
        this.database = database;
        this.context = context;
        this.base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    static World start() {
        try {
            Path own = Files.createTempDirectory("dancu-world");
            World world = start(own.resolve("jobs"));
            world.folder = own;
            return world;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By a clock that the test moves. */
    static World start(Clock clock) {
        DatabaseAccess database = TestDatabase.copyOfTemplate();
        World world = new World(database, ApplicationStarter.start(database, ApplicationStarter.Mode.serve(0), clock));
        world.fill();
        return world;
    }

    /** Jobs keep their files in this folder. */
    static World start(Path jobs) {
        DatabaseAccess database = TestDatabase.copyOfTemplate();
        World world = new World(database, ApplicationStarter.start(database, ApplicationStarter.Mode.serve(0), jobs));
        world.fill();
        return world;
    }

    /** Another server on the same database, after this one was closed. */
    World again(Path jobs) {
        return new World(database, ApplicationStarter.start(database, ApplicationStarter.Mode.serve(0), jobs));
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    private void fill() {
        AccessService access = get(AccessService.class);
        access.markAsDemo(SYSTEM);
        access.createDemo(
                List.of(
                        account(COLLECTOR, "CS. Nguyễn Văn An", Role.COLLECTOR, group(WARD)),
                        account(OTHER_COLLECTOR, "CS. Lê Thị Bình", Role.COLLECTOR, group(OTHER_WARD)),
                        account(CHIEF, "Trung tá Vũ Đình Chiến", Role.CHIEF, ward()),
                        account(CITY, "Đại úy Hoàng Thu Hà", Role.CITY_TEAM, city()),
                        account(PROVINCE, "Thiếu tá Mã Quốc Đạt", Role.PROVINCE_OPERATOR, AreaScope.EVERYWHERE),
                        account(INSPECTOR, "Kiểm tra viên C06", Role.INSPECTOR, AreaScope.EVERYWHERE),
                        account(ARCHIVIST, "CB. tàng thư", Role.ARCHIVIST, ward()),
                        account(AUDITOR, "Giám sát nhật ký", Role.AUDITOR, AreaScope.NOWHERE),
                        account(ADMINISTRATOR, "Quản trị", Role.ADMINISTRATOR, AreaScope.NOWHERE)),
                SYSTEM);
        SourceImport sources = get(SourceImport.class);
        try {
            Path book = Files.writeString(Files.createTempFile("dancu-book", ".csv"), BOOK);
            Path archive = Files.writeString(Files.createTempFile("dancu-archive", ".csv"), ARCHIVE);
            sources.importResidenceBook(book, false, SYSTEM, Progress.NONE);
            sources.importArchive(archive, false, SYSTEM, Progress.NONE);
            Files.delete(book);
            Files.delete(archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LocalDate day = LocalDate.of(2020, 9, 1);
        get(Targets.class)
                .set(
                        List.of(
                                new Target(WARD, GROUP, 6, day, "sổ quản lý cư trú"),
                                new Target(OTHER_WARD, GROUP, 40, day, "sổ quản lý cư trú")),
                        SYSTEM);
    }

    private static NewAccount account(String login, String name, Role role, AreaScope scope) {
        return new NewAccount(login, name, role, scope, LocalDate.of(2020, 1, 1), null);
    }

    private static AreaScope group(String ward) {
        return AreaScope.ofGroups(Set.of(ward + "/" + GROUP));
    }

    private static AreaScope ward() {
        return AreaScope.ofCommunes(Set.of(WARD));
    }

    private static AreaScope city() {
        return AreaScope.ofCommunes(Set.of(WARD, OTHER_WARD));
    }

    @Override
    public void close() {
        context.close();
        if (folder != null) {
            FileSystemUtils.deleteRecursively(folder.toFile());
        }
    }
}
