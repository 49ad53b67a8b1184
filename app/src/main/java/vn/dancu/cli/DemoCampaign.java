package vn.dancu.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import vn.dancu.access.DataRights;
import vn.dancu.campaign.Announcement;
import vn.dancu.campaign.Announcement.Purpose;
import vn.dancu.campaign.Announcements;
import vn.dancu.campaign.CampaignResult;
import vn.dancu.campaign.CollectionDays;
import vn.dancu.campaign.EnterOutreach;
import vn.dancu.campaign.MissingDesk;
import vn.dancu.campaign.MissingEntry;
import vn.dancu.campaign.MissingReasons;
import vn.dancu.campaign.OutreachKind;
import vn.dancu.campaign.OutreachLedger;
import vn.dancu.campaign.PersonsToCount;
import vn.dancu.campaign.TargetDesk;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;

/**
 * What the officers of an invented city do to reach people, through the use cases that the screens call: targets from the books,
 * a summer of outreach, reasons of who is missing, an announcement and a collection day in every ward. Seeded; run again it adds
 * nothing twice.
 */
final class DemoCampaign {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final LocalDate FIRST = LocalDate.of(2020, 6, 15);
    private static final LocalDate LAST = LocalDate.of(2020, 9, 20);

    /** Who need not be counted, or cannot be met, in about these shares. */
    private static final List<String> REASONS = List.of(
            "AWAY_ADDRESS_KNOWN",
            "AWAY_ADDRESS_KNOWN",
            "AWAY_ADDRESS_UNKNOWN",
            "STUDYING",
            "STUDYING",
            "ABSENT",
            "ABSENT",
            "ABSENT",
            "MILITARY_SERVICE",
            "MOVED_AWAY",
            "DEAD",
            "NO_SUCH_PERSON",
            "DUPLICATE",
            "REFUSED",
            "ABROAD");

    private static final List<String> TEXTS = List.of(
            "Bài tuyên truyền số 1: vì sao mỗi người cần một phiếu thu thập",
            "Bài tuyên truyền số 2: giấy tờ mang theo khi nộp phiếu",
            "Bài tuyên truyền số 3: người đi làm ăn xa, đi học nộp phiếu thế nào");

    private static final int MOST_ASKED = 200;

    private final Session session;
    private final Officers officers;
    private final long seed;

    DemoCampaign(Session session, Officers officers, long seed) {
        this.session = session;
        this.officers = officers;
        this.seed = seed;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(session.bean(Clock.class).instant(), VIETNAM);
    }

    /** Groups that have a target now. */
    int targets(LocalDate day) {
        PersonsToCount toCount = session.bean(PersonsToCount.class);
        if (toCount.asOf(today(), AreaScope.EVERYWHERE).isEmpty()) {
            TargetDesk desk = session.bean(TargetDesk.class);
            wards().forEach((ward, chief) -> desk.makeFromBooks(ward, day, "sổ quản lý cư trú", chief));
        }
        return toCount.asOf(today(), AreaScope.EVERYWHERE).size();
    }

    private Map<String, Actor> wards() {
        return new TreeMap<>(officers.chiefs());
    }

    /** Lines of the ledger: some groups are reached often, some never, as it is. */
    int outreach() {
        OutreachLedger ledger = session.bean(OutreachLedger.class);
        Random dice = new Random(seed);
        int lines = 0;
        for (PersonsToCount.Line group : session.bean(PersonsToCount.class).asOf(today(), AreaScope.EVERYWHERE)) {
            boolean isReached = dice.nextInt(10) < 7;
            for (LocalDate day = FIRST.plusDays(dice.nextInt(20)); day.isBefore(LAST); ) {
                OutreachKind kind = kind(dice.nextInt(20));
                int share = 15 + dice.nextInt(35);
                int minutes = kind == OutreachKind.BROADCAST ? 10 + dice.nextInt(3) * 5 : 60 + dice.nextInt(4) * 15;
                String text = TEXTS.get(dice.nextInt(TEXTS.size()));
                if (isReached && !group.group().isEmpty()) {
                    CampaignResult entered = ledger.enter(
                            new EnterOutreach(
                                    kind,
                                    group.commune(),
                                    group.group(),
                                    day,
                                    1,
                                    kind == OutreachKind.BROADCAST || kind == OutreachKind.MEETING ? minutes : null,
                                    kind == OutreachKind.BROADCAST
                                            ? null
                                            : (int) Math.max(1, group.persons() * share / 100),
                                    "Cảnh sát khu vực",
                                    text,
                                    "",
                                    null,
                                    "demo-" + group.commune() + "/" + group.group() + "/" + day),
                            officers.deskOfficer(group.commune()));
                    lines += entered.key() > 0 ? 1 : 0;
                }
                day = day.plusDays(12 + dice.nextInt(25));
            }
        }
        return lines;
    }

    private static OutreachKind kind(int cast) {
        return cast < 10
                ? OutreachKind.BROADCAST
                : cast < 16
                        ? OutreachKind.MEETING
                        : cast < 18 ? OutreachKind.LEAFLET : cast < 19 ? OutreachKind.HOME_VISIT : OutreachKind.MESSAGE;
    }

    /** Persons in the books without a form about whom somebody has asked. */
    int reasons() {
        MissingDesk desk = session.bean(MissingDesk.class);
        MissingReasons reasons = session.bean(MissingReasons.class);
        Random dice = new Random(seed + 1);
        int said = 0;
        for (String ward : wards().keySet()) {
            Actor officer = officers.deskOfficer(ward);
            boolean isAsked = reasons.remaining(officer.scope(), ward).stream()
                    .anyMatch(line -> !line.reason().equals(MissingReasons.NOT_ASKED));
            if (isAsked) {
                continue;
            }
            for (MissingEntry entry :
                    desk.list(new MissingDesk.Which(ward, "", ""), 0, MOST_ASKED, "Danh sách chưa có phiếu", officer)) {
                if (dice.nextInt(10) < 6) {
                    String reason = REASONS.get(dice.nextInt(REASONS.size()));
                    desk.say(entry.id(), reason, "", LAST.minusDays(dice.nextInt(30)), officer);
                    said++;
                }
            }
        }
        return said;
    }

    /** An announcement and a collection day in every ward, a week from now, with people invited; chiefs may make letters. */
    int announcements(Map<String, String> names) {
        Announcements announcements = session.bean(Announcements.class);
        CollectionDays days = session.bean(CollectionDays.class);
        DataRights rights = session.bean(DataRights.class);
        LocalDate day = today().plusDays(7);
        int made = 0;
        for (Map.Entry<String, Actor> ward : wards().entrySet()) {
            Actor chief = ward.getValue();
            if (announcements.list(chief.scope()).isEmpty()) {
                Announcement.Facts facts = new Announcement.Facts(
                        Purpose.FORMS,
                        ward.getKey(),
                        List.of(),
                        List.of("WITHOUT_FORM", "NEWCOMERS"),
                        List.of("ID_CARD", "HOUSEHOLD_BOOK", "BIRTH_CERTIFICATE"),
                        "Nhà văn hóa tổ 1",
                        day,
                        day,
                        LocalTime.of(7, 30),
                        LocalTime.of(11, 0),
                        "");
                CampaignResult issued = announcements.issue(
                        facts,
                        announcements.compose(facts, names.getOrDefault(ward.getKey(), ward.getKey())),
                        "demo-" + ward.getKey(),
                        chief);
                rights.set(DataRights.Kind.LETTERS, chief.login(), true, "Thử nghiệm", Session.commandLine());
                if (issued.isDone()) {
                    CampaignResult held = days.make(
                            new CollectionDays.Make(
                                    issued.key(),
                                    ward.getKey(),
                                    facts.place(),
                                    day,
                                    facts.opens(),
                                    facts.closes(),
                                    30,
                                    20,
                                    2,
                                    "demo-" + ward.getKey()),
                            chief);
                    days.invite(held.key(), List.of(), chief);
                    made++;
                }
            }
        }
        return made;
    }
}
