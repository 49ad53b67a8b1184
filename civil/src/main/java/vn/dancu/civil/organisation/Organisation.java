package vn.dancu.civil.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.organisation.Office.Area;

/**
 * The offices of the police and their duties, with validity; immutable. Two presets follow each other: the one of 2020
 * (ward, city team, PC06, C06) and, since city and district police ended on 28/2/2025, the one of 2025 (ward, PC06, C06).
 */
public final class Organisation {
    public static final String WARD = "WARD";
    public static final String CITY_TEAM = "CITY_TEAM";
    public static final String PC06 = "PC06";
    public static final String C06 = "C06";

    private static final LocalDate COLLECTION_BEGAN = LocalDate.of(2016, 2, 2);
    private static final LocalDate TWO_LEVELS_OF_POLICE = LocalDate.of(2025, 3, 1);

    private static final Organisation BUILT_IN = new Organisation(builtInOffices());

    private final List<Office> offices;

    private Organisation(List<Office> offices) {
        this.offices = List.copyOf(offices);
    }

    public static Organisation builtIn() {
        return BUILT_IN;
    }

    /** Exactly these offices, as a database has them. */
    public static Organisation of(Collection<Office> offices) {
        return new Organisation(List.copyOf(offices));
    }

    private static List<Office> builtInOffices() {
        String ward = "Công an phường, xã";
        String team = "Đội Cảnh sát quản lý hành chính về trật tự xã hội";
        String province = "Phòng Cảnh sát quản lý hành chính về trật tự xã hội (PC06)";
        String ministry = "Cục Cảnh sát quản lý hành chính về trật tự xã hội (C06)";
        LocalDate from = COLLECTION_BEGAN;
        LocalDate reform = TWO_LEVELS_OF_POLICE;
        LocalDate last = reform.minusDays(1);
        Set<Duty> wards = Set.of(Duty.COLLECT, Duty.APPROVE);
        Set<Duty> teams = Set.of(Duty.PLAN_VERIFICATION, Duty.RE_VERIFY, Duty.KEEP_ARCHIVE);
        Set<Duty> provinces = Set.of(Duty.SCAN, Duty.ENTER);
        Set<Duty> provincesSince =
                Set.of(Duty.SCAN, Duty.ENTER, Duty.PLAN_VERIFICATION, Duty.RE_VERIFY, Duty.KEEP_ARCHIVE);
        return List.of(
                new Office(WARD, ward, Area.COMMUNE, CITY_TEAM, wards, from, last),
                new Office(CITY_TEAM, team, Area.DISTRICT, PC06, teams, from, last),
                new Office(PC06, province, Area.PROVINCE, C06, provinces, from, last),
                new Office(C06, ministry, Area.COUNTRY, null, Set.of(Duty.INSPECT), from, null),
                new Office(WARD, ward, Area.COMMUNE, PC06, wards, reform, null),
                new Office(PC06, province, Area.PROVINCE, C06, provincesSince, reform, null));
    }

    /** The offices of a day, from the ward up. */
    public List<Office> asOf(LocalDate date) {
        List<Office> valid = new ArrayList<>();
        for (Office office : offices) {
            if (office.isValidOn(date)) {
                valid.add(office);
            }
        }
        valid.sort((a, b) -> a.area().compareTo(b.area()));
        return valid;
    }

    public Optional<Office> find(String code, LocalDate asOf) {
        return asOf(asOf).stream().filter(office -> office.code().equals(code)).findFirst();
    }

    /** Which office does it on that day: approving is the ward's, re-verifying never the collector's own office. */
    public Optional<Office> officeFor(Duty duty, LocalDate asOf) {
        return asOf(asOf).stream()
                .filter(office -> office.duties().contains(duty))
                .findFirst();
    }

    public Optional<Office> parentOf(Office office, LocalDate asOf) {
        @Nullable String parent = office.parent();
        return parent == null ? Optional.empty() : find(parent, asOf);
    }

    public List<Office> all() {
        return offices;
    }

    public Organisation with(Collection<Office> imported) {
        List<Office> all = new ArrayList<>(offices);
        all.addAll(imported);
        return new Organisation(all);
    }
}
