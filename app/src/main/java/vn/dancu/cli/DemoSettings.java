package vn.dancu.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.dancu.access.AccessService;
import vn.dancu.access.AccountResult;
import vn.dancu.access.NewAccount;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Role;

/** The demo's settings: accounts of invented officers, and the day for which people are counted. */
final class DemoSettings {
    /** The eight units of Hà Giang city before 1 July 2025 (list of the General Statistics Office, 2 February 2020). */
    private static final Map<String, String> COMMUNES = new LinkedHashMap<>();

    static {
        COMMUNES.put("00688", "Phường Quang Trung");
        COMMUNES.put("00691", "Phường Trần Phú");
        COMMUNES.put("00692", "Phường Ngọc Hà");
        COMMUNES.put("00694", "Phường Nguyễn Trãi");
        COMMUNES.put("00697", "Phường Minh Khai");
        COMMUNES.put("00700", "Xã Ngọc Đường");
        COMMUNES.put("00946", "Xã Phương Độ");
        COMMUNES.put("00949", "Xã Phương Thiện");
    }

    private static final LocalDate FIRST_DAY = LocalDate.of(2018, 1, 1);

    /** The ward in which some households are left to whoever opens the browser. */
    static final String LEFT_IN = "00691";

    private DemoSettings() {}

    static Set<String> communes() {
        return new LinkedHashSet<>(COMMUNES.keySet());
    }

    /** Every role's accounts; logins are those that {@link Officers} acts as. */
    static List<NewAccount> accounts(Path city) throws IOException {
        List<NewAccount> accounts = new ArrayList<>();
        AreaScope whole = AreaScope.ofCommunes(communes());
        COMMUNES.forEach((code, name) -> {
            AreaScope ward = AreaScope.ofCommunes(Set.of(code));
            accounts.add(account("truong-" + code, "Trưởng Công an " + name, Role.CHIEF, ward));
            accounts.add(account("nhap-" + code, "Cán bộ nhập phiếu, " + name, Role.COLLECTOR, ward));
        });
        groupsByCollector(city)
                .forEach((collector, groups) -> accounts.add(account(
                        collector, "Cảnh sát khu vực " + collector, Role.COLLECTOR, AreaScope.ofGroups(groups))));
        accounts.add(account("doi-qlhc", "Đội Cảnh sát quản lý hành chính về trật tự xã hội", Role.CITY_TEAM, whole));
        accounts.add(account("tang-thu", "Cán bộ tàng thư", Role.ARCHIVIST, whole));
        accounts.add(account("pc06", "Phòng PC06", Role.PROVINCE_OPERATOR, AreaScope.EVERYWHERE));
        accounts.add(account("c06", "Đoàn kiểm tra C06", Role.INSPECTOR, AreaScope.EVERYWHERE));
        accounts.add(account("quan-tri", "Quản trị hệ thống", Role.ADMINISTRATOR, AreaScope.NOWHERE));
        accounts.add(account("kiem-toan", "Kiểm toán nhật ký", Role.AUDITOR, AreaScope.NOWHERE));
        return accounts;
    }

    /** Who collected where, as the forms say. */
    private static Map<String, Set<String>> groupsByCollector(Path city) throws IOException {
        Map<String, Set<String>> groups = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(city.resolve("forms.csv"))) {
            for (NamedCsvRecord row : rows) {
                String collector = row.getField("collector");
                String commune = row.getField("commune_code");
                if (!collector.isBlank() && COMMUNES.containsKey(commune)) {
                    groups.computeIfAbsent(collector, key -> new LinkedHashSet<>())
                            .add(commune + "/" + row.getField("residential_group"));
                }
            }
        }
        return groups;
    }

    private static NewAccount account(String login, String name, Role role, AreaScope scope) {
        return new NewAccount(login, name, role, scope, FIRST_DAY, null);
    }

    static void createAccounts(Session session, Path city, Actor self) throws IOException {
        AccountResult result = session.bean(AccessService.class).createDemo(accounts(city), self);
        if (result != AccountResult.DONE) {
            throw new IllegalStateException("demo accounts: " + result);
        }
    }

    /** The names of the units, by code. */
    static Map<String, String> names() {
        return Map.copyOf(COMMUNES);
    }

    /** The day for which this city's targets are counted. */
    static LocalDate targetsDay(Path file) throws IOException {
        if (Files.exists(file)) {
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
                for (NamedCsvRecord row : rows) {
                    return LocalDate.parse(row.getField("as_of"));
                }
            }
        }
        return LocalDate.of(2020, 6, 1);
    }
}
