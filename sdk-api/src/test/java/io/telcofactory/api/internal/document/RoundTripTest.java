package io.telcofactory.api.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Blueprint;
import io.telcofactory.api.Resource;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.spi.Stamp;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {

    static LongStream seeds() {
        return Long.getLong("seed") == null ? LongStream.range(0, 200) : LongStream.of(Long.getLong("seed"));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void resource_writtenAndRead_isEqualAndWrittenTheSame(long seed) {
        Blueprint blueprint = new RandomValues(seed).blueprint();

        for (Resource resource : blueprint.resources()) {
            String json = Documents.toJson(resource);

            Resource read = Documents.resource(json);

            assertThat(read).isEqualTo(resource);
            assertThat(Documents.toJson(read)).isEqualTo(json);
            Stamp stamp = new Stamp("factory", blueprint.name(), resource);
            assertThat(Stamp.decode(stamp.encode())).contains(stamp);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void blueprint_writtenAndRead_isEqual(long seed) {
        Blueprint blueprint = new RandomValues(seed).blueprint();

        assertThat(Blueprint.parse(blueprint.toYaml(), "b.yaml")).isEqualTo(blueprint);
        assertThat(Blueprint.parse(blueprint.toJson(), "b.json")).isEqualTo(blueprint);
        assertThat(Blueprint.parse(Documents.json(blueprint), "b.json")).isEqualTo(blueprint);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void site_writtenAndRead_isEqual(long seed) {
        Site site = new RandomValues(seed).site();
        Node written = SiteForms.SITE.write(site);

        assertThat(Site.parse(NodeWriter.yaml(written), "s.yaml")).isEqualTo(site);
        assertThat(Site.parse(NodeWriter.json(written), "s.json")).isEqualTo(site);
    }
}
