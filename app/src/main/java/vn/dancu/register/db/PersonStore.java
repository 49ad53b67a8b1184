package vn.dancu.register.db;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.register.RegisterEntry;
import vn.dancu.shared.db.CopyIn;

/** Persons, households and residences in PostgreSQL; entries come in through a staging table, set by set. */
@Repository
public class PersonStore {
    private static final String STAGING = """
            create temp table if not exists register_entry (
                line integer, source_no text, personal_id text, full_name text, name_folded text, sort_key text,
                other_name text, birth_packed integer, sex text, birth_registration_code text,
                birth_registration_place text, hometown text, ethnicity text, religion text, nationality text,
                blood_group text, marital_status text, old_id text, father_name text, mother_name text,
                spouse_name text, household text, residence_kind text, commune_code text, residential_group text,
                address text, relation_to_head text, since date) on commit drop
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final CopyIn copyIn;

    PersonStore(JdbcClient jdbc, JdbcTemplate template, CopyIn copyIn) {
        this.jdbc = jdbc;
        this.template = template;
        this.copyIn = copyIn;
    }

    public Set<String> enter(String sourceKind, List<RegisterEntry> entries, String login, Instant at) {
        if (entries.isEmpty()) {
            return Set.of();
        }
        stage(entries);
        Set<String> refused = new HashSet<>(
                jdbc.sql("""
                        delete from register_entry entry
                        where exists (select from register.person person
                                      where person.personal_id = entry.personal_id)
                           or exists (select from register.person person
                                      where person.source_kind = :kind and person.source_no = entry.source_no)
                           or entry.line in (
                                select line from (
                                    select line,
                                           row_number() over (partition by personal_id order by line) as by_number,
                                           row_number() over (partition by source_no order by line) as by_source,
                                           personal_id
                                    from register_entry) counted
                                where by_source > 1 or (by_number > 1 and personal_id is not null))
                        returning entry.source_no
                        """).param("kind", sourceKind).query(String.class).list());
        template.execute("""
                insert into register.household (household_key, commune_code, residential_group)
                select distinct on (household) household, commune_code, residential_group
                from register_entry where household is not null
                on conflict (household_key) do nothing
                """);
        jdbc.sql("""
                        with entered as (
                            insert into register.person
                                (personal_id, full_name, name_folded, sort_key, other_name, birth_packed, sex,
                                 birth_registration_code, birth_registration_place, hometown, ethnicity, religion,
                                 nationality, blood_group, marital_status, old_id, father_name, mother_name,
                                 spouse_name, source_kind, source_no, entered_at, entered_by)
                            select personal_id, full_name, name_folded, sort_key, other_name, birth_packed, sex,
                                   birth_registration_code, birth_registration_place, hometown, ethnicity, religion,
                                   nationality, blood_group, marital_status, old_id, father_name, mother_name,
                                   spouse_name, :kind, source_no, :at, :login
                            from register_entry order by line
                            returning id, source_no)
                        insert into register.residence
                            (person_id, household_id, kind, commune_code, residential_group, address,
                             relation_to_head, valid_from)
                        select entered.id, household.id, entry.residence_kind, entry.commune_code,
                               entry.residential_group, entry.address, entry.relation_to_head, entry.since
                        from entered
                        join register_entry entry on entry.source_no = entered.source_no
                        left join register.household household on household.household_key = entry.household
                        """)
                .param("kind", sourceKind)
                .param("at", Timestamp.from(at))
                .param("login", login)
                .update();
        return refused;
    }

    private void stage(List<RegisterEntry> entries) {
        template.execute(STAGING);
        template.execute("truncate register_entry");
        copyIn.into(
                "register_entry",
                List.of(
                        "line",
                        "source_no",
                        "personal_id",
                        "full_name",
                        "name_folded",
                        "sort_key",
                        "other_name",
                        "birth_packed",
                        "sex",
                        "birth_registration_code",
                        "birth_registration_place",
                        "hometown",
                        "ethnicity",
                        "religion",
                        "nationality",
                        "blood_group",
                        "marital_status",
                        "old_id",
                        "father_name",
                        "mother_name",
                        "spouse_name",
                        "household",
                        "residence_kind",
                        "commune_code",
                        "residential_group",
                        "address",
                        "relation_to_head",
                        "since"),
                rows -> {
                    int line = 0;
                    for (RegisterEntry entry : entries) {
                        rows.add(
                                line++,
                                entry.sourceNo(),
                                entry.personalId(),
                                entry.fullName(),
                                entry.nameFolded(),
                                entry.sortKey(),
                                entry.otherName(),
                                entry.birthPacked(),
                                entry.sex(),
                                entry.birthRegistrationCode(),
                                entry.birthRegistrationPlace(),
                                entry.hometown(),
                                entry.ethnicity(),
                                entry.religion(),
                                entry.nationality(),
                                entry.bloodGroup(),
                                entry.maritalStatus(),
                                entry.oldId(),
                                entry.fatherName(),
                                entry.motherName(),
                                entry.spouseName(),
                                entry.household(),
                                entry.residenceKind(),
                                entry.communeCode(),
                                entry.residentialGroup(),
                                entry.address(),
                                entry.relationToHead(),
                                Date.valueOf(entry.since()));
                    }
                });
        template.execute("analyze register_entry");
    }

    public long persons() {
        return jdbc.sql("select count(*) from register.person")
                .query(Long.class)
                .single();
    }
}
