package io.telcofactory.api.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Blueprint;
import io.telcofactory.api.Resource;
import io.telcofactory.api.spi.Stamp;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {

    static LongStream seeds() {
        return Long.getLong("seed") == null ? LongStream.range(0, 500) : LongStream.of(Long.getLong("seed"));
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
}
