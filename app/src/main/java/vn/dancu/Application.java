package vn.dancu;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The modules, wired. Started by {@link ApplicationStarter}, which brings the database. */
@SpringBootApplication
public class Application {
    /** The machine's, unless whoever starts the application brings another. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
