package vn.dancu.web;

import java.util.Comparator;

/** Orders names of groups as people do: «Tổ 2» before «Tổ 10». */
final class GroupOrder {
    static final Comparator<String> NATURAL = GroupOrder::compare;

    private GroupOrder() {}

    private static int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            if (Character.isDigit(a.charAt(i)) && Character.isDigit(b.charAt(j))) {
                int endOfA = endOfDigits(a, i);
                int endOfB = endOfDigits(b, j);
                String numberA = a.substring(i, endOfA).replaceFirst("^0+(?=.)", "");
                String numberB = b.substring(j, endOfB).replaceFirst("^0+(?=.)", "");
                int order = numberA.length() != numberB.length()
                        ? Integer.compare(numberA.length(), numberB.length())
                        : numberA.compareTo(numberB);
                if (order != 0) {
                    return order;
                }
                i = endOfA;
                j = endOfB;
            } else if (a.charAt(i) == b.charAt(j)) {
                i++;
                j++;
            } else {
                return Character.compare(a.charAt(i), b.charAt(j));
            }
        }
        int order = Integer.compare(a.length() - i, b.length() - j);
        return order != 0 ? order : a.compareTo(b);
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
