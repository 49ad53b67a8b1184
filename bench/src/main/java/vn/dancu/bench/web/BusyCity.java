package vn.dancu.bench.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ConfigurableApplicationContext;
import vn.dancu.ApplicationStarter;
import vn.dancu.access.AccessService;
import vn.dancu.access.Account;
import vn.dancu.access.AccountResult;
import vn.dancu.access.NewAccount;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.Role;
import vn.dancu.shared.db.Database;
import vn.dancu.shared.db.Databases;

/** An invented city in the middle of its campaign, made once and kept, with an account for every officer of the measurement. */
public final class BusyCity {
    private static final LocalDate FIRST_DAY = LocalDate.of(2018, 1, 1);

    /** Officers of 200: the rest are collectors. */
    private static final Map<Role, Integer> OF_200 = new LinkedHashMap<>();

    static {
        OF_200.put(Role.CHIEF, 24);
        OF_200.put(Role.CITY_TEAM, 8);
        OF_200.put(Role.PROVINCE_OPERATOR, 6);
        OF_200.put(Role.ARCHIVIST, 4);
        OF_200.put(Role.INSPECTOR, 4);
        OF_200.put(Role.AUDITOR, 2);
        OF_200.put(Role.ADMINISTRATOR, 2);
    }

    private BusyCity() {}

    /** The folder's database, made by the demo where it is missing. */
    public static void make(Path data, int people, long seed) throws IOException, InterruptedException {
        if (Files.exists(data.resolve("city-" + people + "-" + seed).resolve("finished"))) {
            System.err.println("city of " + people + " people: kept from before in " + data);
            return;
        }
        List<String> command = List.of(
                System.getenv().getOrDefault("DANCU_COMMAND", "./dancu"),
                "demo",
                "--no-serve",
                "--busy",
                "--people",
                String.valueOf(people),
                "--seed",
                String.valueOf(seed),
                "--data",
                data.toString());
        System.err.println("$ " + String.join(" ", command));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        // A million forms are compared in memory.
        builder.environment().put("DANCU_JAVA_OPTS", people > 200_000 ? "-Xmx5g" : "-Xmx1400m");
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IOException("the demo ended with " + status);
        }
    }

    /** As many officers as asked for, of all roles, each with an account. */
    static List<Seat> seats(Path data, int officers) {
        try (Database database = Databases.open(data, Map.of());
                ConfigurableApplicationContext context =
                        ApplicationStarter.start(database.access(), ApplicationStarter.Mode.batch())) {
            AccessService access = context.getBean(AccessService.class);
            Set<String> communes = new TreeSet<>();
            Set<String> groups = new TreeSet<>();
            for (Account account : access.list()) {
                if (account.role() == Role.CHIEF) {
                    communes.addAll(account.scope().communes());
                }
                groups.addAll(account.scope().groups());
            }
            List<NewAccount> accounts = new ArrayList<>();
            List<Seat> seats = seats(officers, List.copyOf(communes), List.copyOf(groups), accounts);
            AccountResult result = access.createDemo(accounts, Actor.commandLine("bench"));
            if (result != AccountResult.DONE) {
                throw new IllegalStateException("accounts: " + result);
            }
            return seats;
        }
    }

    private static List<Seat> seats(
            int officers, List<String> communes, List<String> groups, List<NewAccount> accounts) {
        List<Seat> seats = new ArrayList<>();
        AreaScope city = AreaScope.ofCommunes(Set.copyOf(communes));
        OF_200.forEach((role, of200) -> {
            int count = Math.max(1, Math.round(of200 * officers / 200f));
            for (int i = 0; i < count && seats.size() < officers; i++) {
                String commune = communes.get(i % communes.size());
                AreaScope scope = switch (role) {
                    case CHIEF -> AreaScope.ofCommunes(Set.of(commune));
                    case CITY_TEAM, ARCHIVIST -> city;
                    case PROVINCE_OPERATOR, INSPECTOR -> AreaScope.EVERYWHERE;
                    case COLLECTOR, ADMINISTRATOR, AUDITOR, SYSTEM -> AreaScope.NOWHERE;
                };
                add(role, i, role == Role.CHIEF ? commune : "", "", scope, seats, accounts);
            }
        });
        // Every third collector types for the whole ward, the others walk their own groups.
        for (int i = 0; seats.size() < officers; i++) {
            String commune = communes.get(i % communes.size());
            if (i % 3 == 0 || groups.isEmpty()) {
                add(Role.COLLECTOR, i, commune, "", AreaScope.ofCommunes(Set.of(commune)), seats, accounts);
            } else {
                String group = groups.get((int) (i * 7919L % groups.size()));
                String[] place = group.split("/", 2);
                add(Role.COLLECTOR, i, place[0], place[1], AreaScope.ofGroups(Set.of(group)), seats, accounts);
            }
        }
        return seats;
    }

    private static void add(
            Role role,
            int number,
            String commune,
            String group,
            AreaScope scope,
            List<Seat> seats,
            List<NewAccount> accounts) {
        String login = "do-" + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-" + number;
        accounts.add(new NewAccount(login, "Người đo " + (seats.size() + 1), role, scope, FIRST_DAY, null));
        seats.add(new Seat(login, role, commune, group));
    }
}
