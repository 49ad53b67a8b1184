package vn.dancu.reporting.db;

import java.util.List;
import java.util.stream.Collectors;
import vn.dancu.reporting.Figure;

/**
 * What each figure of the official report counts: the one place. Everything is read from the append-only logs as they
 * were at the cut-off, never from the present state, so that a past period can be counted again.
 *
 * <p>Two times are told apart. A step counts in the period in which it was <em>recorded</em>. What is <em>known</em> is
 * known as of the cut-off: a form that by then was known to be the later of two for one person, or was cancelled as
 * duplicate or spoiled, was never a person, in no period. A form belongs to the unit that its version at the end of the
 * period names.
 */
final class ReportSql {
    /** Moments: the ends of the period before the last, of the last, and of this one. */
    private static final List<String> MOMENTS = List.of("0", "1", "2");

    /** Figures counted from forms, in the order of the columns. */
    static final List<Figure> FIGURES = List.of(Figure.values()).stream()
            .filter(figure -> figure.source() == Figure.Source.FORMS)
            .toList();

    private static final String STAGE = """
            case stage_to when 'COLLECTED' then 1 when 'CHECKED' then 2 when 'RECONCILED' then 3 when 'APPROVED' then 4
                when 'REGISTERED' then 5 when 'RETURNED' then 6 else 7 end""";

    /**
     * Each form's history in one row, in one pass over the log. The last step before a moment is the greatest key below
     * it; the version and the stage that it led to ride in the low bits of that key.
     */
    private static final String WALKED = """
            walked as (
                select form_id,
                       %s,
                       bool_or(step = 'CANCEL' and reason in ('DUPLICATE', 'SPOILED')) as annulled
                from (select form_id, at, step, reason, track_to, role, id,
                             (id << 16) | (version::bigint << 4) | %s as place
                      from journey.step where at <= :known %%s) step
                group by form_id),
            """.formatted(moments("""
                       max(place) filter (where at < :t{}) as last{},
                       max(id << 1 | case when track_to in ('CONFIRMED', 'DIFFERED') then 1 else 0 end) filter
                           (where track_to in ('PLANNED', 'CONFIRMED', 'DIFFERED', 'NOT_MET') and at < :t{}) & 1 as met{},
                       max(id << 2 | case track_to when 'SCANNED' then 2 when 'HANDED_OVER' then 1 else 0 end) filter
                           (where track_to in ('HELD', 'HANDED_OVER', 'SCANNED') and at < :t{}) & 3 as paper{},
                       max(id) filter (where (step = 'RETURN' or track_to = 'DIFFERED') and at < :t{}) as wrong{},
                       max(id) filter (where step = 'CORRECT' and at < :t{}) as corrected{},
                       bool_or(step = 'RETURN' and role = 'PROVINCE_OPERATOR' and at < :t{}) as refused{}"""), STAGE);

    /** Which forms a report on some communes may have to do with: those that lie there, or may once have lain there. */
    private static final String OF_UNITS = """
            and form_id in (select form.id from intake.form form
                            where form.commune_code = any(:communes::text[]) or form.current_version > 1)""";

    /** What versions say that were written over since; the one in force has its keys in the form's own row. */
    private static final String OLDER = """
            , older as materialized (
                select version.form_id, version.version, version.commune_code, version.residential_group,
                       version.household_book_no, version.household_no
                from intake.form form
                join intake.form_version version on version.form_id = form.id and version.version < form.current_version
                where form.current_version > 1)
            """;

    /** Where each form lies, and whether it stands for a person. Stage 7 is cancelled. */
    private static final String PLACED = """
            , placed as (
                select coalesce(case when moved.form_id is null then form.commune_code
                                     else left(btrim(moved.commune_code), 200) end, '') as commune,
                       coalesce(case when moved.form_id is null then form.residential_group
                                     else left(btrim(moved.residential_group), 200) end, '') as residential_group,
                       case when moved.form_id is null then form.household_key
                            when moved.household_book_no is not null
                                then left('B:' || btrim(moved.household_book_no), 200)
                            when moved.household_no is not null
                                then left('H:' || coalesce(moved.commune_code, 'null') || '/'
                                    || coalesce(moved.residential_group, 'null') || '/' || btrim(moved.household_no), 200)
                            end as household,
                       %s,
                       walked.*
                from walked
                join intake.form form on form.id = walked.form_id
                left join older moved on moved.form_id = walked.form_id
                    and moved.version = (walked.last2 >> 4) & 4095
                left join known_twice on known_twice.form_id = walked.form_id
                %%2$s
                where walked.last2 is not null)
            """.formatted(moments("""
                       last{} is not null and last{} & 15 <> 7 and not annulled and known_twice.form_id is null
                           and (%1$s) as person{},
                       last{} is not null and last{} & 15 <> 7 and not annulled as sheet{}"""));

    /**
     * Where not everybody must be counted: how somebody lives is what the book says of them, or else what the paper says; who
     * is silent counts. As in {@code campaign.PersonsCollected}.
     */
    private static final String KIND = """
            left join reconciliation.comparison comparison on comparison.form_id = walked.form_id
            left join sources.residence_entry entry on entry.id = comparison.residence_entry_id
            left join intake.form_version written on written.form_id = walked.form_id
                and written.version = (walked.last2 >> 4) & 4095""";

    private static final String MUST_BE_COUNTED = """
            (form.birth_packed is null or form.birth_packed <= :born)
            and (:residence = 'BOTH' or coalesce(lower(entry.book_kind), nullif(lower(written.residence_status), ''),
                    lower(:residence)) = lower(:residence))""";

    /** Forms known by the cut-off to be the later of two for one person. */
    private static final String TWICE = """
            known_twice as (
                select last.form_id
                from (select distinct on (log.form_id) log.form_id, log.keeps
                      from reconciliation.duplicate_log log where log.at <= :known
                      order by log.form_id, log.id desc) last
                where not last.keeps)
            """;

    private ReportSql() {}

    private static String moments(String template) {
        return MOMENTS.stream()
                .map(moment -> template.strip().replace("{}", moment))
                .collect(Collectors.joining(",\n"));
    }

    /** How a household's forms add up to a figure at a moment. */
    private static String counted(Figure figure, String moment) {
        String counted = switch (figure) {
            case HOUSEHOLDS -> "(household is not null and bool_or(person{}))::int";
            case COLLECTED -> "count(*) filter (where person{})";
            case REVERIFIED -> "count(*) filter (where person{} and met{} = 1)";
            case ACCEPTED -> "count(*) filter (where person{} and last{} & 15 in (4, 5) and paper{} in (1, 2))";
            case HANDED_OVER -> "count(*) filter (where person{} and paper{} in (1, 2))";
            case SCANNED -> "count(*) filter (where person{} and paper{} = 2)";
            case WRONG -> "count(*) filter (where person{} and (wrong{} is not null or corrected{} is not null))";
            case CORRECTED -> "count(*) filter (where person{} and corrected{} > coalesce(wrong{}, 0))";
            case SCAN_RETURNED -> "count(*) filter (where person{} and refused{})";
            case SHEETS -> "count(*) filter (where sheet{})";
            case DUPLICATES -> "count(*) filter (where sheet{} and not person{})";
            case MUST_PERMANENT,
                    MUST_TEMPORARY,
                    MUST,
                    REMAINING,
                    BROADCASTS,
                    MEETINGS,
                    ATTENDANCES,
                    COLLECTED_RATE,
                    REVERIFIED_RATE,
                    ACCEPTED_RATE,
                    SCANNED_RATE -> throw new IllegalArgumentException("not counted from forms: " + figure);
        };
        return counted.replace("{}", moment);
    }

    private static String column(Figure figure, String moment) {
        return figure.name().toLowerCase(java.util.Locale.ROOT) + "_" + moment;
    }

    /**
     * By commune and residential group: the {@link #FIGURES} at the first moment, at the second, at the third.
     *
     * @param everywhere false for the communes {@code :communes} only
     * @param everybody false where {@code :born} and {@code :residence} say who must be counted
     */
    static String counts(boolean everywhere, boolean everybody) {
        String inner = columns((figure, moment) -> counted(figure, moment) + " as " + column(figure, moment));
        String outer = columns((figure, moment) -> "sum(" + column(figure, moment) + ")");
        return "with " + WALKED.formatted(everywhere ? "" : OF_UNITS) + TWICE + OLDER
                + PLACED.formatted(everybody ? "true" : MUST_BE_COUNTED, everybody ? "" : KIND)
                + ", households as (select commune, residential_group, household, " + inner
                + " from placed group by commune, residential_group, household)\n"
                + "select commune, residential_group, " + outer + " from households"
                + (everywhere ? "" : " where commune = any(:communes::text[])")
                + " group by commune, residential_group";
    }

    private interface Column {
        String of(Figure figure, String moment);
    }

    private static String columns(Column column) {
        return MOMENTS.stream()
                .flatMap(moment -> FIGURES.stream().map(figure -> column.of(figure, moment)))
                .collect(Collectors.joining(",\n"));
    }
}
