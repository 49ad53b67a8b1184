package vn.dancu;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The modules, wired. Started by {@link ApplicationStarter}, which brings the database. */
@SpringBootApplication
public class Application {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
