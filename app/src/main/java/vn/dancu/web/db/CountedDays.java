package vn.dancu.web.db;

/** Days that count for a form: since its stage began, without the time on hold. On the alias {@code state}, as of {@code :now}. */
final class CountedDays {
    static final String DAYS = """
            greatest(0, floor(extract(epoch from
                coalesce(state.hold_since, cast(:now as timestamptz)) - state.since - state.held) / 86400))::bigint
            """;
    static final String HELD_DAYS = """
            (floor(extract(epoch from cast(:now as timestamptz) - state.hold_since) / 86400))::bigint
            """;

    private CountedDays() {}
}
