package vn.dancu.intake.db;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Every word that any name has, in the database and in memory: some ten thousand, because Vietnamese names share theirs. */
@Repository
public class NameWords {
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Set<String> known = ConcurrentHashMap.newKeySet();
    private volatile Instant readAt = Instant.MIN;

    NameWords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All words; those that another program wrote within the last minutes may be missing. */
    public Collection<String> all() {
        Instant now = clock.instant();
        if (readAt.equals(Instant.MIN) || now.isAfter(readAt.plus(FRESH))) {
            Set<String> read = ConcurrentHashMap.newKeySet();
            jdbc.sql("select word from intake.name_word").query(row -> {
                read.add(row.getString(1));
            });
            known = read;
            readAt = now;
        }
        return known;
    }

    /** Keeps the words of names that are being written, in the same transaction. */
    public void learn(Collection<String> foldedNames) {
        Set<String> words = new HashSet<>();
        for (String name : foldedNames) {
            for (String word : name.split(" ")) {
                if (!word.isEmpty() && !known.contains(word)) {
                    words.add(word);
                }
            }
        }
        if (words.isEmpty()) {
            return;
        }
        // In one order, so that two who write the same new words wait for each other and do not lock.
        jdbc.sql("""
                        insert into intake.name_word (word)
                        select word from unnest(:words::text[]) word order by word
                        on conflict (word) do nothing
                        """)
                .param("words", new TreeSet<>(words).toArray(new String[0]))
                .update();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    known.addAll(words);
                }
            });
        }
    }
}
