package io.telcofactory.opennebula.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.api.spi.HttpCall;
import io.telcofactory.api.spi.HttpTransport;
import io.telcofactory.api.spi.LockStore.Held;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** OpenNebula looks for a name and makes the template in two steps: who comes between them is served, too. */
class TemplateLocksTest {
    private static final String NAME = "lisbon.acme";

    private final FakeSite site = new FakeSite();
    private final TemplateLocks locks = new TemplateLocks(site.client());
    private final TemplateLocks atTheSameInstant = new TemplateLocks(site.client(new Unseen(site.cloud.transport())));

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void create_atTheSameInstantAsAnOlderOne_isRefusedAndLeavesNothing() {
        Held first = locks.create(NAME, "me", "n1").orElseThrow();

        assertThat(atTheSameInstant.create(NAME, "rival", "n2")).isEmpty();

        assertThat(atTheSameInstant.find(NAME)).contains(first);
        locks.delete(first.id());
        assertThat(atTheSameInstant.find(NAME)).isEmpty();
    }

    @Test
    void create_atTheSameInstantAsAYoungerOne_isGranted() {
        Optional<Held> mine = atTheSameInstant.create(NAME, "me", "n1");
        Held younger = locks.create(NAME, "rival", "n2").orElseThrow();

        assertThat(mine).isPresent();
        assertThat(atTheSameInstant.find(NAME)).isEqualTo(mine);
        assertThat(atTheSameInstant.list("lisbon.")).containsOnlyKeys(NAME).containsValue(mine.orElseThrow());
        assertThat(younger.id()).isNotEqualTo(mine.orElseThrow().id());
    }

    /** A way on which the server does not see that the name is taken: it is written differently there, and only there. */
    private record Unseen(HttpTransport way) implements HttpTransport {
        private static final String THERE = NAME + " at the same instant";

        @Override
        public HttpAnswer exchange(HttpCall call) throws IOException {
            String body = new String(call.body(), UTF_8).replace(NAME, THERE);
            HttpCall there =
                    new HttpCall(call.method(), call.uri(), call.headers(), body.getBytes(UTF_8), call.timeout());
            try (HttpAnswer answer = way.exchange(there)) {
                String text = new String(answer.body().readAllBytes(), UTF_8).replace(THERE, NAME);
                return new HttpAnswer(
                        answer.status(), answer.headers(), new ByteArrayInputStream(text.getBytes(UTF_8)));
            }
        }
    }
}
