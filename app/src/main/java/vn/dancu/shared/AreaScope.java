package vn.dancu.shared;

import java.util.Set;

/**
 * Where an actor may see and act: everywhere, in whole communes, or in residential groups of communes.
 *
 * @param everywhere true for the province, the inspector and the system
 * @param communes codes of communes seen as a whole
 * @param groups residential groups, each {@code commune_code + "/" + residential_group}
 */
public record AreaScope(boolean everywhere, Set<String> communes, Set<String> groups) {
    public static final AreaScope NOWHERE = new AreaScope(false, Set.of(), Set.of());
    public static final AreaScope EVERYWHERE = new AreaScope(true, Set.of(), Set.of());

    public AreaScope {
        communes = Set.copyOf(communes);
        groups = Set.copyOf(groups);
    }

    public static AreaScope ofCommunes(Set<String> communes) {
        return new AreaScope(false, communes, Set.of());
    }

    public static AreaScope ofGroups(Set<String> groups) {
        return new AreaScope(false, Set.of(), groups);
    }

    public boolean covers(String communeCode, String residentialGroup) {
        return everywhere || communes.contains(communeCode) || groups.contains(communeCode + "/" + residentialGroup);
    }
}
