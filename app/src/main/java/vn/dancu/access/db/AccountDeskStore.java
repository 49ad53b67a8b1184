package vn.dancu.access.db;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dancu.access.Account;
import vn.dancu.access.AccountSearch;
import vn.dancu.access.NewAccount;
import vn.dancu.access.RoleRequest;
import vn.dancu.shared.Role;

/** Accounts as an administrator finds and changes them. */
@Repository
public class AccountDeskStore {
    private static final String FOUND = """
            (:words = '' or position(lower(:words) in lower(account.display_name)) > 0
                or position(lower(:words) in account.login) > 0)
            and (:role::text is null or account.role = :role)
            and (:state::text is null or :state = case
                when account.disabled_at is not null then 'DISABLED'
                when account.locked_until > :now then 'LOCKED'
                when :today between account.valid_from and coalesce(account.valid_to, 'infinity') then 'VALID'
                else 'OUT_OF_VALIDITY' end)
            """;

    private final JdbcClient jdbc;

    AccountDeskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Account> page(AccountSearch search, LocalDate today, Instant now) {
        return asked(
                        jdbc.sql(AccountStore.SELECT + " where account.login > :after and " + FOUND
                                + " order by account.login limit :limit"),
                        search,
                        today,
                        now)
                .param("after", search.after())
                .param("limit", search.limit())
                .query((row, number) -> AccountStore.account(row))
                .list();
    }

    public long count(AccountSearch search, LocalDate today, Instant now) {
        return asked(jdbc.sql("select count(*) from access.account account where " + FOUND), search, today, now)
                .query(Long.class)
                .single();
    }

    private static JdbcClient.StatementSpec asked(
            JdbcClient.StatementSpec statement, AccountSearch search, LocalDate today, Instant now) {
        return statement
                .param("words", search.words().strip())
                .param("role", search.role() == null ? null : search.role().name())
                .param("state", search.state() == null ? null : search.state().name())
                .param("today", today)
                .param("now", Timestamp.from(now));
    }

    /** The account as wanted, in this role. */
    public void update(NewAccount wanted, Role role) {
        jdbc.sql("""
                        update access.account
                        set display_name = :name, role = :role, everywhere = :everywhere, valid_from = :from,
                            valid_to = :to
                        where login = :login
                        """)
                .param("login", wanted.login())
                .param("name", wanted.displayName())
                .param("role", role.name())
                .param("everywhere", wanted.scope().everywhere())
                .param("from", wanted.validFrom())
                .param("to", wanted.validTo())
                .update();
        List<String> areas = new ArrayList<>(wanted.scope().communes());
        areas.addAll(wanted.scope().groups());
        jdbc.sql("delete from access.account_area where login = :login")
                .param("login", wanted.login())
                .update();
        jdbc.sql("""
                        insert into access.account_area (login, commune_code, residential_group)
                        select :login, split_part(area, '/', 1), substr(area, length(split_part(area, '/', 1)) + 2)
                        from unnest(:areas::text[]) area
                        """)
                .param("login", wanted.login())
                .param("areas", areas.toArray(new String[0]))
                .update();
    }

    public void enable(String login) {
        jdbc.sql("update access.account set disabled_at = null, disabled_by = null where login = :login")
                .param("login", login)
                .update();
    }

    /** Nothing waits any more for this account. */
    public void settle(String login, String by, Instant at) {
        jdbc.sql("""
                        update access.role_request set decided_by = :by, decided_at = :at, confirmed = true
                        where login = :login and decided_at is null
                        """)
                .param("login", login)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** False when something is asked for this account already. */
    public boolean ask(String login, Role role, boolean isNew, String by, Instant at) {
        return jdbc.sql("""
                        insert into access.role_request (login, role, is_new, asked_by, asked_at)
                        values (:login, :role, :isNew, :by, :at)
                        on conflict (login) where decided_at is null do nothing
                        """)
                        .param("login", login)
                        .param("role", role.name())
                        .param("isNew", isNew)
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Open ones, oldest first. */
    public List<RoleRequest> requests() {
        return jdbc.sql("""
                        select request.id, request.login, account.display_name, request.role, request.is_new,
                               request.asked_by, request.asked_at
                        from access.role_request request
                        join access.account account on account.login = request.login
                        where request.decided_at is null
                        order by request.id
                        """)
                .query((row, number) -> new RoleRequest(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        Role.valueOf(row.getString(4)),
                        row.getBoolean(5),
                        row.getString(6),
                        row.getTimestamp(7).toInstant()))
                .list();
    }

    /** False when it was decided already. */
    public boolean decide(long request, boolean yes, String by, Instant at) {
        return jdbc.sql("""
                        update access.role_request set decided_by = :by, decided_at = :at, confirmed = :yes
                        where id = :id and decided_at is null
                        """)
                        .param("id", request)
                        .param("yes", yes)
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** The account has the role and opens the door. */
    public void grant(String login, Role role) {
        jdbc.sql("""
                        update access.account set role = :role, disabled_at = null, disabled_by = null
                        where login = :login
                        """).param("login", login).param("role", role.name()).update();
    }
}
