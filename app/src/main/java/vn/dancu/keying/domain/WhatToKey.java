package vn.dancu.keying.domain;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import vn.dancu.keying.KeyingRule;
import vn.dancu.keying.PaperToKey;
import vn.dancu.paper.FieldKind;

/** How often each item of a paper is keyed. */
public final class WhatToKey {
    private WhatToKey() {}

    /**
     * @return 0 when the reading stands; 1; 2 when a second operator keys it too
     */
    public static int passes(PaperToKey.Item item, KeyingRule rule, boolean isSample) {
        boolean isKeyed = item.kind() == FieldKind.HANDWRITTEN_TEXT || !item.accepted();
        if (!isKeyed) {
            return 0;
        }
        return isSample || rule.twice().contains(item.field()) ? 2 : 1;
    }

    /** By the number alone, so that nobody can choose and everybody can check. */
    public static boolean isSample(String formNo, KeyingRule rule) {
        CRC32 mixed = new CRC32();
        mixed.update(("keying/" + formNo).getBytes(StandardCharsets.UTF_8));
        return mixed.getValue() % 1000 < rule.perMille();
    }
}
