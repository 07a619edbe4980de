package io.telcofactory.opennebula;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.RaftState;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** On the servers of one highly available zone, whose endpoints {@code ONE_ZONE} lists, separated by commas. */
@NeedsEnvironment({"ONE_ZONE", "ONE_AUTH"})
class RealZoneTest {
    private final List<URI> servers = Arrays.stream(
                    System.getenv().getOrDefault("ONE_ZONE", "").split(","))
            .map(URI::create)
            .toList();

    @Test
    void raftStatus_ofEachServer_tellsOneLeader() {
        assertThat(parts().values())
                .containsOnlyOnce(RaftState.LEADER)
                .containsOnly(RaftState.LEADER, RaftState.FOLLOWER);
    }

    /** Whatever server comes first in the list: a follower would not find at once what the leader just made. */
    @Test
    void create_leaderAnywhereInTheList_isFoundAtOnce() {
        for (int first = 0; first < servers.size(); first++) {
            List<URI> rotated = new ArrayList<>(servers);
            Collections.rotate(rotated, first);
            try (OpenNebula one = connect(rotated)) {
                String name = "zone-" + UUID.randomUUID();
                int id = one.templates()
                        .create(OneTemplate.builder().set("NAME", name).build());
                assertThat(one.templates().get(id).name()).isEqualTo(name);
                one.templates().delete(id);
                assertThat(one.templates().find(id)).isEmpty();
            }
        }
    }

    @Test
    void call_firstEndpointDead_isAnsweredByAnother() {
        List<URI> withOneDead = List.of(URI.create("http://127.0.0.1:9/RPC2"), servers.get(0), servers.get(1));
        try (OpenNebula one = connect(withOneDead)) {
            assertThat(one.zones().get(0).servers()).hasSameSizeAs(servers);
        }
    }

    private Map<URI, RaftState> parts() {
        return servers.stream().collect(Collectors.toMap(server -> server, server -> {
            try (OpenNebula one = connect(List.of(server))) {
                return one.zones().raftStatus().state();
            }
        }));
    }

    private static OpenNebula connect(List<URI> endpoints) {
        return OpenNebula.connect(endpoints, Credentials.fromEnvironment(), ClientSettings.defaults());
    }
}
