-- What the application role may do, set again after every migration: DML, and on what is never changed INSERT and SELECT.
do $$
declare
    app constant text := '${application}';
    -- Logs and facts that no use case ever changes; each migration's comment says why.
    append_only constant text[] := array[
        'access.break_glass',
        'access.data_right',
        'access.demo',
        'audit.entry',
        'custody.print_run',
        'campaign.adjustment',
        'campaign.adjustment_withdrawn',
        'campaign.announcement',
        'campaign.announcement_withdrawn',
        'campaign.letter',
        'campaign.letter_run',
        'campaign.missing_reason',
        'campaign.outreach',
        'campaign.answered_entry',
        'campaign.category_rule',
        'campaign.outreach_withdrawn',
        'campaign.reason_rule',
        'campaign.target',
        'campaign.ticket_event',
        'campaign.unit_total',
        'campaign.walking_list',
        'campaign.walking_list_end',
        'campaign.walking_list_entry',
        'campaign.who_counts',
        'intake.form_version',
        'keying.entry',
        'keying.finding',
        'keying.item',
        'keying.rule',
        'journey.assignment',
        'journey.comment',
        'journey.step',
        'journey.step_details',
        'journey.route_in_force',
        'reconciliation.duplicate_answer',
        'reconciliation.duplicate_log',
        'quality.rule_severity',
        'reconciliation.precision_band',
        'reconciliation.precision_check',
        'reconciliation.precision_keying',
        'reconciliation.precision_pair',
        'reconciliation.review_answer',
        'reporting.inspection',
        'reporting.inspection_closed',
        'reporting.inspection_draw',
        'reporting.inspection_form',
        'reporting.inspection_minutes',
        'reporting.inspection_signature',
        'reporting.inspection_verdict',
        'reporting.closed_day',
        'reporting.day_count',
        'reporting.export_download',
        'reporting.frozen_report',
        'reporting.report',
        'reporting.report_count',
        'reporting.report_period_kind',
        'reporting.report_reminder',
        'reporting.report_template',
        'reporting.report_words',
        'scanning.page',
        'scanning.run',
        'scanning.scan_list',
        'scanning.scanned_form',
        'sources.lookup_answer',
        'sources.lookup_line',
        'verification.acceptance',
        'verification.attempt',
        'verification.attempt_judge',
        'verification.draw',
        'verification.drawn_form',
        'verification.round',
        'verification.visit',
        'verification.visit_field'];
    name text;
begin
    for name in
        select nspname from pg_namespace
        where nspowner = (select oid from pg_roles where rolname = current_user)
          and nspname not in ('public', '${flyway:defaultSchema}') and nspname not like 'pg\_%'
    loop
        execute format('grant usage on schema %I to %I', name, app);
        execute format('grant select, insert, update, delete on all tables in schema %I to %I', name, app);
        execute format('grant usage, select on all sequences in schema %I to %I', name, app);
    end loop;
    foreach name in array append_only loop
        execute format('revoke all on %s from %I', name, app);
        execute format('grant select, insert on %s to %I', name, app);
    end loop;
    execute format('grant execute on function shared.refresh_statistics(regclass) to %I', app);
    begin
        execute format('grant connect, temporary on database %I to %I', current_database(), app);
    exception when insufficient_privilege then
        null; -- Whoever owns the database has set this; a test of the connection tells if not.
    end;
end
$$;
