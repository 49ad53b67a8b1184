package vn.dancu.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.dancu.shared.Role;

/**
 * One way to go in the head of the page.
 *
 * @param key of its text, {@code web.menu.<key>}; also how a page says that it is this one
 * @param more what is not needed every hour stands behind "Thêm" (more)
 */
public record Menu(String key, String path, boolean more) {
    private Menu(String key, String path) {
        this(key, path, false);
    }

    private static Menu more(String key, String path) {
        return new Menu(key, path, true);
    }

    /** After g, by key of the entry. */
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("queue", "v"),
            Map.entry("entry", "n"),
            Map.entry("review", "r"),
            Map.entry("duplicates", "t"),
            Map.entry("explained", "k"),
            Map.entry("lookups", "a"),
            Map.entry("verification", "p"),
            Map.entry("inspections", "i"),
            Map.entry("batches", "b"),
            Map.entry("scanning", "s"),
            Map.entry("register", "c"),
            Map.entry("dashboard", "d"),
            Map.entry("civil-status", "h"),
            Map.entry("approvals", "y"),
            Map.entry("users", "u"),
            Map.entry("audit", "l"));

    /** The key that leads here after g; empty when none does. */
    public String letter() {
        return LETTERS.getOrDefault(key, "");
    }

    /** Who works on forms. */
    static final Set<Role> OFFICERS = EnumSet.of(Role.COLLECTOR, Role.CHIEF, Role.CITY_TEAM, Role.PROVINCE_OPERATOR);

    /** Who keeps paper as a whole ward, city or province. */
    static final Set<Role> KEEPERS = EnumSet.of(Role.CHIEF, Role.CITY_TEAM, Role.PROVINCE_OPERATOR);

    /** Who scans paper. */
    static final Set<Role> SCANNERS = EnumSet.of(Role.CITY_TEAM, Role.PROVINCE_OPERATOR);

    /** Who sees figures of an area. */
    static final Set<Role> COUNTERS = EnumSet.of(
            Role.COLLECTOR, Role.CHIEF, Role.ARCHIVIST, Role.CITY_TEAM, Role.PROVINCE_OPERATOR, Role.INSPECTOR);

    /** Who may be given the right to take persons' data out, and decides on requests of others. */
    static final Set<Role> EXPORTERS = EnumSet.of(Role.CHIEF, Role.CITY_TEAM, Role.PROVINCE_OPERATOR);

    /** Who signs forms: the chief, and the level above where the ward has nobody else. */
    static final Set<Role> SIGNERS = EnumSet.of(Role.CHIEF, Role.CITY_TEAM);

    /** Who says whether a form and an entry are one person. */
    static final Set<Role> REVIEWERS = EnumSet.of(Role.COLLECTOR, Role.CHIEF, Role.CITY_TEAM);

    /** Who may cancel a form for good. */
    static final Set<Role> CANCELLERS = EnumSet.of(Role.CHIEF, Role.CITY_TEAM);

    /** Who sees what the comparison learnt: it holds no record. */
    static final Set<Role> MODEL = EnumSet.of(Role.CITY_TEAM, Role.INSPECTOR, Role.ADMINISTRATOR);

    /**
     * Who takes whole files of forms, books and archive in. The chief of a ward does not: he sees his own ward, a file speaks of
     * any, and a book in which another ward's lines were left out would say that nobody lives there.
     */
    static final Set<Role> IMPORTERS = EnumSet.of(Role.CITY_TEAM, Role.PROVINCE_OPERATOR);

    /** Who asks the archive and who answers. */
    static final Set<Role> ARCHIVE = EnumSet.of(Role.COLLECTOR, Role.CHIEF, Role.CITY_TEAM, Role.ARCHIVIST);

    /** Who inspects, and whose unit is inspected. */
    static final Set<Role> INSPECTION = EnumSet.of(Role.INSPECTOR, Role.CITY_TEAM, Role.CHIEF);

    /** Who reports, and who reads what was signed. */
    static final Set<Role> REPORTERS = EnumSet.of(Role.CHIEF, Role.CITY_TEAM, Role.PROVINCE_OPERATOR, Role.INSPECTOR);

    /** Who sees the campaign: targets, outreach, announcements; none of them names a person. */
    static final Set<Role> CAMPAIGN =
            EnumSet.of(Role.COLLECTOR, Role.CHIEF, Role.CITY_TEAM, Role.PROVINCE_OPERATOR, Role.INSPECTOR);

    /** Who runs the campaign, and sees who is missing. */
    static final Set<Role> CAMPAIGNERS = EnumSet.of(Role.COLLECTOR, Role.CHIEF, Role.CITY_TEAM);

    /** Who sets rules and routes. */
    static final Set<Role> SETTERS = EnumSet.of(Role.ADMINISTRATOR, Role.CITY_TEAM);

    /** What a role finds in its menu; the security rules say the same of addresses. */
    static List<Menu> of(Role role) {
        List<Menu> menu = new ArrayList<>();
        if (OFFICERS.contains(role)) {
            menu.add(new Menu("queue", "/queue"));
            menu.add(new Menu("entry", "/forms/new"));
        }
        if (REVIEWERS.contains(role)) {
            menu.add(new Menu("review", "/review"));
            menu.add(more("own-overtime", "/overtime"));
            menu.add(more("duplicates", "/duplicates"));
            menu.add(more("explained", "/explained"));
        }
        if (ARCHIVE.contains(role)) {
            menu.add(role == Role.ARCHIVIST ? new Menu("lookups", "/lookups") : more("lookups", "/lookups"));
        }
        if (role == Role.CITY_TEAM) {
            menu.add(new Menu("verification", "/verification"));
        }
        if (INSPECTION.contains(role)) {
            menu.add(
                    role == Role.INSPECTOR
                            ? new Menu("inspections", "/inspections")
                            : more("inspections", "/inspections"));
        }
        if (KEEPERS.contains(role)) {
            menu.add(new Menu("batches", "/batches"));
        }
        if (SCANNERS.contains(role)) {
            menu.add(
                    role == Role.PROVINCE_OPERATOR ? new Menu("scanning", "/scanning") : more("scanning", "/scanning"));
        }
        if (role == Role.PROVINCE_OPERATOR) {
            menu.add(more("scans", "/scan-lists"));
            menu.add(new Menu("keying", "/keying"));
            menu.add(new Menu("register", "/register"));
        }
        if (role != Role.ADMINISTRATOR && role != Role.AUDITOR) {
            menu.add(new Menu("dashboard", "/"));
        }
        if (REPORTERS.contains(role)) {
            menu.add(more("reports", "/reports"));
        }
        if (CAMPAIGN.contains(role)) {
            menu.add(more("campaign", "/targets"));
        }
        if (EXPORTERS.contains(role)) {
            menu.add(more("exports", "/exports"));
        }
        menu.add(more("jobs", "/jobs"));
        if (OFFICERS.contains(role)) {
            menu.add(more("civil-status", "/civil-status"));
        }
        if (SIGNERS.contains(role)) {
            menu.add(more("approvals", "/approvals"));
        }
        if (role == Role.CHIEF || role == Role.CITY_TEAM) {
            menu.add(more("delegations", "/delegations"));
        }
        if (role == Role.CITY_TEAM) {
            menu.add(more("rules", "/rules"));
            menu.add(more("settings", "/settings"));
        }
        if (MODEL.contains(role)) {
            menu.add(more("model", "/linkage-model"));
        }
        if (role == Role.AUDITOR) {
            menu.add(new Menu("audit", "/audit"));
        }
        if (role == Role.ADMINISTRATOR) {
            menu.add(new Menu("users", "/users"));
            menu.add(more("export-rights", "/export-rights"));
            menu.add(more("boundaries", "/boundaries"));
            menu.add(new Menu("rules", "/rules"));
            menu.add(new Menu("settings", "/settings"));
        }
        return List.copyOf(menu);
    }
}
