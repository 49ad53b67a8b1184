package vn.dancu.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.dancu.campaign.Coverage;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.list.Relation;
import vn.dancu.civil.list.Sex;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.shared.Severity;
import vn.dancu.shared.Texts;

/** How values read on the screen; templates call it {@code say}. */
@Component
public class Say {
    static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private static final Set<FormField> DAYS =
            EnumSet.of(FormField.BIRTH_DATE, FormField.COLLECTED_ON, FormField.DECLARED_ON);

    private final UnitNames units;
    private final Clock clock;

    Say(UnitNames units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    /** Icon and tint of a state; its word comes from the bundles. */
    public record Mark(String tint, String icon) {}

    private static final Map<String, Mark> MARKS = Map.ofEntries(
            Map.entry("BLOCKING", new Mark("st-red", "stop")),
            Map.entry("EXPLAIN", new Mark("st-amber", "ask")),
            Map.entry("NOTE", new Mark("st-blue", "info")),
            Map.entry("AGREES", new Mark("st-green", "check")),
            Map.entry("EXPLAINED", new Mark("st-green", "about")),
            Map.entry("DIFFERS", new Mark("st-amber", "differs")),
            Map.entry("NOT_IN_BOOKS", new Mark("st-amber", "book")),
            Map.entry("DUPLICATE", new Mark("st-red", "two")),
            Map.entry("UNCERTAIN", new Mark("st-amber", "unknown")),
            Map.entry("COLLECTED", new Mark("st-grey", "paper")),
            Map.entry("CHECKED", new Mark("st-blue", "check")),
            Map.entry("RECONCILED", new Mark("st-blue", "check")),
            Map.entry("APPROVED", new Mark("st-green", "check")),
            Map.entry("REGISTERED", new Mark("st-green", "check")),
            Map.entry("RETURNED", new Mark("st-red", "back")),
            Map.entry("CANCELLED", new Mark("st-grey", "cross")),
            Map.entry("EXPORT_WAITING", new Mark("st-amber", "ask")),
            Map.entry("EXPORT_REFUSED", new Mark("st-red", "stop")),
            Map.entry("EXPORT_QUEUED", new Mark("st-grey", "pause")),
            Map.entry("EXPORT_RUNNING", new Mark("st-blue", "info")),
            Map.entry("EXPORT_READY", new Mark("st-green", "check")),
            Map.entry("EXPORT_FAILED", new Mark("st-red", "stop")),
            Map.entry("EXPORT_EXPIRED", new Mark("st-grey", "cross")),
            Map.entry("HOLD", new Mark("st-grey", "pause")),
            Map.entry("HELD", new Mark("st-grey", "paper")),
            Map.entry("HANDED_OVER", new Mark("st-blue", "paper")),
            Map.entry("SCANNED", new Mark("st-green", "paper")),
            Map.entry("NOT_PLANNED", new Mark("st-grey", "dash")),
            Map.entry("PLANNED", new Mark("st-amber", "home")),
            Map.entry("CONFIRMED", new Mark("st-green", "home")),
            Map.entry("DIFFERED", new Mark("st-amber", "home")),
            Map.entry("NOT_MET", new Mark("st-grey", "home")),
            Map.entry("JOB_QUEUED", new Mark("st-grey", "clock")),
            Map.entry("JOB_RUNNING", new Mark("st-blue", "clock")),
            Map.entry("JOB_STOPPING", new Mark("st-amber", "pause")),
            Map.entry("JOB_STOPPED", new Mark("st-grey", "pause")),
            Map.entry("JOB_DONE", new Mark("st-green", "check")),
            Map.entry("JOB_FAILED", new Mark("st-red", "stop")),
            Map.entry("ACCOUNT_VALID", new Mark("st-green", "check")),
            Map.entry("ACCOUNT_OUT_OF_VALIDITY", new Mark("st-grey", "clock")),
            Map.entry("ACCOUNT_DISABLED", new Mark("st-grey", "cross")),
            Map.entry("ACCOUNT_LOCKED", new Mark("st-amber", "pause")),
            Map.entry("EFFECT_MORE", new Mark("st-green", "check")),
            Map.entry("EFFECT_FEWER", new Mark("st-amber", "differs")),
            Map.entry("EFFECT_NO_DIFFERENCE", new Mark("st-grey", "dash")),
            Map.entry("EFFECT_TOO_EARLY", new Mark("st-grey", "clock")));

    public Mark mark(Object state) {
        return MARKS.getOrDefault(state.toString(), new Mark("st-grey", "dot"));
    }

    public Mark mark(Severity severity) {
        return mark(severity.name());
    }

    public String text(String key) {
        return texts().get(key);
    }

    /** A text that speaks of no case in particular: what a case would fill in is left open. */
    public String sentence(String key) {
        return text(key).replaceAll("\\{\\w+}", "…");
    }

    /** Empty where there is none. */
    public Optional<String> known(String key) {
        return texts().find(key);
    }

    public String text(String key, Map<String, String> details) {
        return texts().get(key, details);
    }

    /** In Vietnamese whatever the screen speaks: for official documents. */
    public String vietnamese(String key) {
        return Texts.of(Texts.VIETNAMESE).get(key);
    }

    /** The label of an item of the form; the empty name is the form as a whole. */
    public String field(String column) {
        return column.isEmpty() ? texts().get("web.whole-form") : texts().get("form-field." + column);
    }

    /** Several labels in one line. */
    public String fields(List<String> columns) {
        return columns.stream().map(this::field).collect(Collectors.joining(", "));
    }

    public String field(FormField field) {
        return field(field.column());
    }

    /** An item as an officer reads it: a code with its word, a date as dd/MM/yyyy; otherwise as written. */
    public String value(String column, @Nullable String written) {
        if (written == null || written.isBlank()) {
            return "";
        }
        return switch (column) {
            case "sex" -> Sex.parse(written).map(Sex::vietnamese).orElse(written);
            case "relation_to_head", "declarer_relation" ->
                Relation.parse(written).map(Relation::vietnamese).orElse(written);
            case "marital_status", "blood_group", "ethnicity", "religion" -> Codes.word(column, written);
            case "birth_date", "collected_on", "declared_on", "registered_on", "removed_on", "recorded_on" ->
                date(written);
            case "commune_code", "permanent_code", "present_code", "birth_registration_code", "hometown_code" -> {
                String name = units.name(written);
                yield name.equals(written) ? written : name + " (" + written + ")";
            }
            case "residence_status", "papers_shown" ->
                texts().find("web." + column + "." + written).orElse(written);
            default -> written;
        };
    }

    /** As {@link #value}, for a field that is typed over: codes of places stay codes. */
    public String typed(String column, String written) {
        return column.endsWith("_code") ? written : value(column, written);
    }

    /** An item in a field where a correction is typed: as written, but a date as it reads everywhere else. */
    public @Nullable String toCorrect(FormField field, @Nullable String written) {
        return written != null && DAYS.contains(field) ? date(written) : written;
    }

    public String value(FormField field, @Nullable String written) {
        return value(field.column(), written);
    }

    /** An item of a form as written; empty when blank. */
    public String item(CollectionForm form, String field) {
        String written = form.written(FormField.valueOf(field));
        return written == null ? "" : written;
    }

    /** A date as written, on the screen's pattern where it can be read. */
    public String date(@Nullable String written) {
        if (written == null) {
            return "";
        }
        PartialDate date = PartialDate.read(written).date();
        return date == null ? written : date.screen();
    }

    public String unit(@Nullable String code) {
        return code == null || code.isEmpty() ? texts().get("web.no-commune") : units.name(code);
    }

    /** A date as the register keeps it, yyyyMMdd with 00 for what is not known. */
    public String packed(int date) {
        return date == 0 ? "" : PartialDate.ofPacked(date).screen();
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    public String time(@Nullable Instant instant) {
        return instant == null ? "" : TIME.format(instant.atZone(VIETNAM));
    }

    /** Whole days since then. */
    public long days(Instant since) {
        return Duration.between(since, clock.instant()).toDays();
    }

    /** How long a form has stood where it is. */
    public String since(Instant since) {
        long days = days(since);
        return days == 0
                ? texts().get("web.form.since-today")
                : texts().get("web.form.since", Map.of("n", String.valueOf(days)));
    }

    public String number(long number) {
        return String.format(locale(), "%,d", number);
    }

    /** Numerator over denominator in per cent; a dash where there is no denominator or the numerator is above it. */
    public String rate(long numerator, long denominator) {
        OptionalLong perMille = Coverage.perMille(numerator, denominator);
        return perMille.isEmpty() ? "—" : String.format(locale(), "%.1f %%", perMille.getAsLong() / 10.0);
    }

    /** A share between 0 and 1 in per cent, rounded down, with as many decimals as it has nines. */
    public String share(double share) {
        int decimals = share >= 1 || share < .99 ? 1 : share < .999 ? 2 : 3;
        double step = Math.pow(10, decimals);
        return String.format(locale(), "%." + decimals + "f %%", Math.floor(share * 100 * step + 1e-6) / step);
    }

    /** A number with one decimal. */
    public String decimal(double number) {
        return String.format(locale(), "%,.1f", number);
    }

    /** A span in hours, from two days on in days. */
    public String hours(@Nullable Double hours) {
        if (hours == null) {
            return "–";
        }
        if (hours < 1) {
            return text("web.duration.minutes", Map.of("n", String.valueOf(Math.round(hours * 60))));
        }
        return hours < 48
                ? text("web.duration.hours", Map.of("n", decimal(hours)))
                : text("web.duration.days", Map.of("n", decimal(hours / 24)));
    }

    /** Minutes after midnight as a clock shows them. */
    public String clock(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }

    /** The width of a bar, in per cent without decimals. */
    public String width(long numerator, long denominator) {
        long share = denominator <= 0 ? 0 : Math.min(100, numerator * 100 / denominator);
        return share + "%";
    }

    public List<CharDiff.Piece> pieces(@Nullable String text, @Nullable String other) {
        return CharDiff.pieces(text, other);
    }

    static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    private static Texts texts() {
        return Texts.of(locale());
    }
}
