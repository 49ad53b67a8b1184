-- A closed inspection takes no further sampled form and no further signature either.
create function reporting.refuse_form_on_closed_inspection() returns trigger language plpgsql as $$
begin
    if exists (select from reporting.inspection_draw draw
               join reporting.inspection_closed closed on closed.inspection_id = draw.inspection_id
               where draw.id = new.draw_id) then
        raise exception 'the minutes of this inspection are signed by both sides' using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create function reporting.refuse_signature_on_closed_inspection() returns trigger language plpgsql as $$
begin
    if exists (select from reporting.inspection_minutes minutes
               join reporting.inspection_closed closed on closed.inspection_id = minutes.inspection_id
               where minutes.id = new.minutes_id) then
        raise exception 'the minutes of this inspection are signed by both sides' using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger closed_inspection_takes_no_form before insert or update on reporting.inspection_form
    for each row execute function reporting.refuse_form_on_closed_inspection();
create trigger closed_inspection_takes_no_signature before insert or update on reporting.inspection_signature
    for each row execute function reporting.refuse_signature_on_closed_inspection();
