package vn.dancu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.audit.AuditLog;
import vn.dancu.journey.FormJourney;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.db.DatabaseAccess;

class ApplicationStarterTest {
    @Test
    void theBatchApplicationWorksAsTheRoleThatCanDoLess() {
        ConfigurableApplicationContext application = TestDatabase.application();

        assertThat(application
                        .getBean(JdbcClient.class)
                        .sql("select current_user")
                        .query(String.class)
                        .single())
                .isEqualTo("dancu_app");
        assertThat(application.getBean(TransactionTemplate.class)).isNotNull();
        assertThat(application.getBean(AuditLog.class)).isNotNull();
        assertThat(application.getBean(FormJourney.class)).isNotNull();
    }

    @Test
    void theServerAnswersOnThisMachineOnly() throws IOException, InterruptedException {
        try (ConfigurableApplicationContext application =
                ApplicationStarter.start(TestDatabase.copyOfTemplate(), ApplicationStarter.Mode.serve(0))) {
            int port = Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));

            HttpResponse<String> health = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
            try (Socket socket = new Socket()) {
                assertThatThrownBy(() -> socket.connect(new InetSocketAddress("127.0.0.2", port), 2_000))
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void othersAreListenedToOnlyWithTls() {
        DatabaseAccess access = TestDatabase.copyOfTemplate();

        assertThatThrownBy(() -> ApplicationStarter.start(
                        access, new ApplicationStarter.Mode.Serve(0, "0.0.0.0", Optional.empty())))
                .isInstanceOf(DanCuException.class)
                .hasMessageContaining("only with TLS");
    }
}
