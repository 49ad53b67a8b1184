package vn.dancu.access.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.access.Account;
import vn.dancu.access.Delegation;
import vn.dancu.access.NewAccount;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Role;

/** Accounts, delegations and broken glass in PostgreSQL. */
@Repository
public class AccountStore {
    static final String SELECT = """
            select account.login, account.display_name, account.role, account.everywhere, account.is_demo,
                   account.valid_from, account.valid_to, account.disabled_at is not null as disabled,
                   account.locked_until,
                   array(select area.commune_code from access.account_area area
                         where area.login = account.login and area.residential_group = '') as communes,
                   array(select area.commune_code || '/' || area.residential_group from access.account_area area
                         where area.login = account.login and area.residential_group <> '') as groups
            from access.account account
            """;

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Account> find(String login) {
        return jdbc.sql(SELECT + " where account.login = :login")
                .param("login", login)
                .query((row, number) -> account(row))
                .optional();
    }

    /** All at once: their areas are gathered in one pass, not account by account. */
    public List<Account> list() {
        return jdbc.sql("""
                        select account.login, account.display_name, account.role, account.everywhere, account.is_demo,
                               account.valid_from, account.valid_to, account.disabled_at is not null as disabled,
                               account.locked_until, coalesce(area.communes, '{}') as communes,
                               coalesce(area.groups, '{}') as groups
                        from access.account account
                        left join (
                            select login,
                                   array_agg(commune_code) filter (where residential_group = '') as communes,
                                   array_agg(commune_code || '/' || residential_group)
                                       filter (where residential_group <> '') as groups
                            from access.account_area group by login) area on area.login = account.login
                        order by account.login
                        """).query((row, number) -> account(row)).list();
    }

    static Account account(ResultSet row) throws SQLException {
        Timestamp locked = row.getTimestamp("locked_until");
        return new Account(
                row.getString("login"),
                row.getString("display_name"),
                Role.valueOf(row.getString("role")),
                new AreaScope(
                        row.getBoolean("everywhere"),
                        Set.of((String[]) row.getArray("communes").getArray()),
                        Set.of((String[]) row.getArray("groups").getArray())),
                row.getBoolean("is_demo"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getBoolean("disabled"),
                locked == null ? null : locked.toInstant());
    }

    public boolean hasAccounts() {
        return jdbc.sql("select exists (select from access.account)")
                .query(Boolean.class)
                .single();
    }

    public String passwordHash(String login) {
        return jdbc.sql("select password_hash from access.account where login = :login")
                .param("login", login)
                .query(String.class)
                .single();
    }

    /** False when the login is taken. */
    public boolean insert(NewAccount account, String hash, boolean isDemo, String createdBy, Instant createdAt) {
        int inserted = jdbc.sql("""
                        insert into access.account
                            (login, display_name, role, everywhere, password_hash, is_demo, valid_from, valid_to,
                             created_at, created_by)
                        values (:login, :displayName, :role, :everywhere, :hash, :isDemo, :validFrom, :validTo,
                             :createdAt, :createdBy)
                        on conflict (login) do nothing
                        """)
                .param("login", account.login())
                .param("displayName", account.displayName())
                .param("role", account.role().name())
                .param("everywhere", account.scope().everywhere())
                .param("hash", hash)
                .param("isDemo", isDemo)
                .param("validFrom", account.validFrom())
                .param("validTo", account.validTo())
                .param("createdAt", Timestamp.from(createdAt))
                .param("createdBy", createdBy)
                .update();
        if (inserted == 0) {
            return false;
        }
        account.scope().communes().forEach(commune -> insertArea(account.login(), commune, ""));
        account.scope().groups().forEach(group -> {
            int slash = group.indexOf('/');
            insertArea(account.login(), group.substring(0, slash), group.substring(slash + 1));
        });
        return true;
    }

    private void insertArea(String login, String commune, String group) {
        jdbc.sql("""
                        insert into access.account_area (login, commune_code, residential_group)
                        values (:login, :commune, :group)
                        """)
                .param("login", login)
                .param("commune", commune)
                .param("group", group)
                .update();
    }

    public boolean disable(String login, String by, Instant at) {
        return jdbc.sql("""
                        update access.account
                        set disabled_at = coalesce(disabled_at, :at), disabled_by = coalesce(disabled_by, :by)
                        where login = :login
                        """)
                        .param("login", login)
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    public boolean setPassword(String login, String hash) {
        return jdbc.sql("""
                        update access.account
                        set password_hash = :hash, failed_logins = 0, locked_until = null, is_demo = false
                        where login = :login
                        """).param("login", login).param("hash", hash).update() == 1;
    }

    /** The same password, hashed anew. */
    public void rehash(String login, String hash) {
        jdbc.sql("update access.account set password_hash = :hash where login = :login")
                .param("login", login)
                .param("hash", hash)
                .update();
    }

    /** Counts one more; the last one allowed locks and starts the count anew. */
    public void countFailure(String login, int allowed, Instant lockUntil) {
        jdbc.sql("""
                        update access.account
                        set failed_logins = case when failed_logins + 1 >= :allowed then 0 else failed_logins + 1 end,
                            locked_until = case when failed_logins + 1 >= :allowed then :until else locked_until end
                        where login = :login
                        """)
                .param("login", login)
                .param("allowed", allowed)
                .param("until", Timestamp.from(lockUntil))
                .update();
    }

    public void forgetFailures(String login) {
        jdbc.sql("""
                        update access.account set failed_logins = 0, locked_until = null
                        where login = :login and (failed_logins > 0 or locked_until is not null)
                        """).param("login", login).update();
    }

    public Optional<String> chiefOfDeputy(String deputy, LocalDate day) {
        return jdbc.sql("""
                        select chief from access.delegation
                        where deputy = :deputy and :day between valid_from and valid_to
                        """)
                .param("deputy", deputy)
                .param("day", day)
                .query(String.class)
                .optional();
    }

    private static final String DELEGATION = """
            select delegation.id, delegation.chief, chief.display_name as chief_name, delegation.deputy,
                   deputy.display_name as deputy_name, delegation.valid_from, delegation.valid_to,
                   delegation.document_no, delegation.made_by, delegation.made_at
            from access.delegation delegation
            join access.account chief on chief.login = delegation.chief
            join access.account deputy on deputy.login = delegation.deputy
            """;

    private static Delegation delegation(ResultSet row, int number) throws SQLException {
        return new Delegation(
                row.getLong("id"),
                row.getString("chief"),
                row.getString("chief_name"),
                row.getString("deputy"),
                row.getString("deputy_name"),
                row.getDate("valid_from").toLocalDate(),
                row.getDate("valid_to").toLocalDate(),
                row.getString("document_no"),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant());
    }

    public Optional<Delegation> delegationOf(String deputy, LocalDate day) {
        return jdbc.sql(DELEGATION
                        + " where deputy = :deputy and :day between delegation.valid_from and delegation.valid_to")
                .param("deputy", deputy)
                .param("day", day)
                .query(AccountStore::delegation)
                .optional();
    }

    public List<Delegation> delegationsBy(String chief) {
        return jdbc.sql(DELEGATION
                        + " where chief = :chief order by delegation.valid_from desc, delegation.id desc limit 200")
                .param("chief", chief)
                .query(AccountStore::delegation)
                .list();
    }

    public List<Delegation> delegations() {
        return jdbc.sql(DELEGATION + " order by delegation.valid_to desc, delegation.id desc limit 500")
                .query(AccountStore::delegation)
                .list();
    }

    public Optional<Delegation> delegation(long id) {
        return jdbc.sql(DELEGATION + " where delegation.id = :id")
                .param("id", id)
                .query(AccountStore::delegation)
                .optional();
    }

    public void deleteDelegation(long id) {
        jdbc.sql("delete from access.delegation where id = :id").param("id", id).update();
    }

    public boolean standsIn(String deputy, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select exists (select from access.delegation
                            where deputy = :deputy and valid_from <= :to and valid_to >= :from)
                        """)
                .param("deputy", deputy)
                .param("from", from)
                .param("to", to)
                .query(Boolean.class)
                .single();
    }

    public void insertDelegation(
            String chief, String deputy, LocalDate from, LocalDate to, String documentNo, String by, Instant at) {
        jdbc.sql("""
                        insert into access.delegation
                            (chief, deputy, valid_from, valid_to, document_no, made_by, made_at)
                        values (:chief, :deputy, :from, :to, :documentNo, :by, :at)
                        """)
                .param("chief", chief)
                .param("deputy", deputy)
                .param("from", from)
                .param("to", to)
                .param("documentNo", documentNo)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    public void endDelegation(String deputy, LocalDate lastDay) {
        jdbc.sql("""
                        update access.delegation set valid_to = :lastDay
                        where deputy = :deputy and :lastDay between valid_from and valid_to
                        """).param("deputy", deputy).param("lastDay", lastDay).update();
    }

    /** Communes opened in an emergency that is not over. */
    public Set<String> openGlass(String login, Instant now) {
        return new HashSet<>(jdbc.sql("""
                        select distinct unnest(communes) from access.break_glass
                        where login = :login and expires_at > :now and opened_at <= :now
                        """)
                .param("login", login)
                .param("now", Timestamp.from(now))
                .query(String.class)
                .list());
    }

    public void insertGlass(String login, Set<String> communes, String reason, Instant now, Instant expires) {
        jdbc.sql("""
                        insert into access.break_glass (login, communes, reason, opened_at, expires_at)
                        values (:login, :communes, :reason, :now, :expires)
                        """)
                .param("login", login)
                .param("communes", communes.toArray(String[]::new))
                .param("reason", reason)
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expires))
                .update();
    }

    public boolean isDemo() {
        return jdbc.sql("select exists (select from access.demo)")
                .query(Boolean.class)
                .single();
    }

    public void insertDemo(String by, Instant at) {
        jdbc.sql("insert into access.demo (made_at, made_by) values (:at, :by)")
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }
}
