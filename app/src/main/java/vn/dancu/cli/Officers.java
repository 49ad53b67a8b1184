package vn.dancu.cli;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import vn.dancu.cli.db.DemoQueries;
import vn.dancu.shared.Actor;
import vn.dancu.shared.AreaScope;
import vn.dancu.shared.FormSet;
import vn.dancu.shared.Role;

/** The demo's officers: a chief and collectors a ward, a city team, the province. Accounts of the same logins exist. */
final class Officers {
    static final Actor PROVINCE = new Actor("pc06", Role.PROVINCE_OPERATOR, AreaScope.EVERYWHERE);

    private final Actor cityTeam;
    private final Map<String, Actor> chiefs = new HashMap<>();
    private final DemoQueries queries;

    Officers(DemoQueries queries, Set<String> communes) {
        this.queries = queries;
        this.cityTeam = new Actor("doi-qlhc", Role.CITY_TEAM, AreaScope.ofCommunes(communes));
        for (String commune : new LinkedHashSet<>(communes)) {
            chiefs.put(commune, new Actor("truong-" + commune, Role.CHIEF, AreaScope.ofCommunes(Set.of(commune))));
        }
    }

    Actor cityTeam() {
        return cityTeam;
    }

    Map<String, Actor> chiefs() {
        return chiefs;
    }

    /** The chief of the ward; for a ward that is not of the city, whoever sees everything. */
    Actor chief(String commune) {
        return chiefs.getOrDefault(commune, cityTeam);
    }

    /** Who types and corrects in the ward; a form without a readable ward goes to the city team. */
    Actor deskOfficer(String commune) {
        return chiefs.containsKey(commune)
                ? new Actor("nhap-" + commune, Role.COLLECTOR, AreaScope.ofCommunes(Set.of(commune)))
                : cityTeam;
    }

    /** Lets every ward's chief do the same to her own part of a set. */
    int eachChief(FormSet forms, BiFunction<FormSet, Actor, Integer> act) {
        int done = 0;
        for (Map.Entry<String, FormSet> ward : queries.byCommune(forms).entrySet()) {
            done += act.apply(ward.getValue(), chief(ward.getKey()));
        }
        return done;
    }
}
