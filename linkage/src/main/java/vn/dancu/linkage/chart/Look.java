package vn.dancu.linkage.chart;

/**
 * How a chart is drawn.
 *
 * @param language of titles, axes and of the names that the built-in model uses
 * @param ofItsOwn whether the picture is a file of its own, with a ground and colours for light and dark; within a page it
 *     takes the colour of the text around it, and holds no style element
 */
public record Look(Language language, boolean ofItsOwn) {

    public enum Language {
        VIETNAMESE,
        ENGLISH
    }

    public static Look file(Language language) {
        return new Look(language, true);
    }

    public static Look page(Language language) {
        return new Look(language, false);
    }

    boolean vietnamese() {
        return language == Language.VIETNAMESE;
    }

    String say(String vietnamese, String english) {
        return vietnamese() ? vietnamese : english;
    }
}
