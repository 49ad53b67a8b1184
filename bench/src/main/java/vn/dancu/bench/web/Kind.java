package vn.dancu.bench.web;

import java.util.Locale;

/** What an officer waits for, and how long she may. */
enum Kind {
    LOGIN("login", 0),
    DASHBOARD("dashboard", 300),
    QUEUE("queue", 100),
    NEXT_PAGE("next page of a queue", 300),
    FORM("form page", 150),
    COMPARE("comparison desk", 150),
    SEARCH_WARD("search within a ward", 60),
    SEARCH_CITY("search within the city", 120),
    SAVE("save with audit", 150),
    LIST("other list page", 300),
    TYPING("help while typing", 0),
    FILE("static file", 0);

    private final String text;
    private final int bar;

    Kind(String text, int bar) {
        this.text = text;
        this.bar = bar;
    }

    String text() {
        return text;
    }

    /** Most milliseconds of server time for 95 of 100; 0 where the project promises nothing. */
    int bar() {
        return bar;
    }

    /** As the request names itself to the server's log of times. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Kind byWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
