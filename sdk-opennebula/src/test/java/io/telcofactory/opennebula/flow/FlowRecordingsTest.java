package io.telcofactory.opennebula.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.telcofactory.api.error.ProtocolException;
import io.telcofactory.api.error.SdkException;
import io.telcofactory.opennebula.CannedHttp;
import io.telcofactory.opennebula.ClientSettings;
import io.telcofactory.opennebula.Credentials;
import io.telcofactory.opennebula.Golden;
import io.telcofactory.opennebula.Recording;
import io.telcofactory.opennebula.internal.Endpoints;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every recorded answer of OneFlow is read: services, templates, and what each refusal means. */
class FlowRecordingsTest {

    @Test
    void errors_ofAllRecordings_haveTheMeaningOnFile() {
        Map<String, Set<String>> seen = new TreeMap<>();
        for (Recording recording : recordings()) {
            if (status(recording) >= 300) {
                SdkException thrown = catchThrowableOfType(
                        SdkException.class,
                        () -> caller(recording).call(recording.method(), path(recording), null, false));
                assertThat(thrown.context().nativeCode()).as("%s", recording).contains("HTTP " + status(recording));
                seen.computeIfAbsent(thrown.getClass().getSimpleName(), name -> new TreeSet<>())
                        .add(status(recording) + " " + anonymous(String.valueOf(thrown.getMessage())));
            }
        }
        StringBuilder text = new StringBuilder();
        seen.forEach((name, messages) -> {
            text.append(name).append('\n');
            messages.forEach(message -> text.append("    ").append(message).append('\n'));
        });

        assertThat(seen).doesNotContainKey(ProtocolException.class.getSimpleName());
        Golden.assertEquals("oneflow-errors-7.4.0.txt", text.toString());
    }

    @Test
    void services_ofAllRecordings_areTyped() {
        int services = 0;
        for (Recording recording : recordings()) {
            if (status(recording) < 300 && path(recording).startsWith("/service")) {
                FlowNode answer = caller(recording).call(recording.method(), path(recording), null, true);
                for (FlowNode document : documents(answer)) {
                    read(recording, new Service(document));
                    services++;
                }
            }
        }
        assertThat(services).isGreaterThanOrEqualTo(79);
    }

    private static void read(Recording recording, Service service) {
        String where = recording + " " + service;
        assertThat(service.id()).as(where).isNotNegative();
        assertThat(service.name()).as(where).isNotEmpty();
        assertThat(service.permissions().octal()).as(where).matches("[0-7]{3}");
        boolean isService = service.body().integer("state").isPresent();
        if (isService) {
            assertThat(service.state()).as(where).isNotEqualTo(ServiceState.UNKNOWN);
            assertThat(service.stateName()).as(where).isNotEmpty();
            assertThat(service.log()).as(where).doesNotContainNull();
        }
        for (ServiceRole role : service.roles()) {
            assertThat(role.name()).as(where).isNotEmpty();
            assertThat(role.parents()).as(where).doesNotContainNull();
            assertThat(isService && role.state() == RoleState.UNKNOWN).as(where).isFalse();
            assertThat(role.vmIds()).as(where).allSatisfy(id -> assertThat(id).isNotNegative());
        }
    }

    private static List<FlowNode> documents(FlowNode answer) {
        return answer.find("DOCUMENT").map(List::of).orElseGet(() -> answer.items("DOCUMENT_POOL/DOCUMENT"));
    }

    private static List<Recording> recordings() {
        return Recording.all().stream()
                .filter(recording -> recording.json().has("path"))
                .toList();
    }

    private static FlowCaller caller(Recording recording) {
        CannedHttp http = new CannedHttp()
                .answer(status(recording), recording.json().path("body").asText(""));
        ClientSettings once =
                ClientSettings.builder().transport(http).maxAttempts(1).build();
        return new FlowCaller(
                new Endpoints(List.of(URI.create("http://frontend:2474"))), http, Credentials.of("a", "b"), once);
    }

    private static int status(Recording recording) {
        return recording.json().get("status").asInt();
    }

    private static String path(Recording recording) {
        return recording.json().get("path").asText();
    }

    private static String anonymous(String message) {
        return message.replaceFirst(" \\(oneflow [^()]*\\)$", "")
                .replaceAll("\\s+", " ")
                .replaceAll("\\d+", "n");
    }
}
