package io.telcofactory.api.internal.check;

import static io.telcofactory.api.internal.check.Situation.single;
import static org.assertj.core.api.Assertions.assertThat;

import io.telcofactory.api.Finding;
import io.telcofactory.api.site.Inventory.Image;
import org.junit.jupiter.api.Test;

class ImagesExistTest {
    private final Situation situation = new Situation().want(single(r -> r.image("detector")));

    @Test
    void examine_imageThereOnceAndReady_isWell() {
        situation.inventory(i -> i.addImages(new Image(3, "detector", true), new Image(4, "Detector", false)));

        assertThat(situation.examine(new ImagesExist())).isEmpty();
    }

    @Test
    void examine_imageMissing_namesThoseThatAreThere() {
        situation.inventory(i -> i.addImages(new Image(3, "framer", true), new Image(4, "Detector", true)));

        assertThat(situation.examine(new ImagesExist())).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("image-missing");
            assertThat(finding.message()).isEqualTo("image 'detector' of role inference is not at the site");
            assertThat(finding.remedy()).isEqualTo("upload it, or name one of Detector, framer");
        });
    }

    @Test
    void examine_imageThereTwice_namesBoth() {
        situation.inventory(i -> i.addImages(new Image(3, "detector", true), new Image(9, "detector", true)));

        assertThat(situation.examine(new ImagesExist()))
                .extracting(Finding::toString)
                .containsExactly(
                        "ERROR service/acme/defects: image 'detector' of role inference is there 2 times: ids 3, 9"
                                + " -> rename all but one of them [image-ambiguous]");
    }

    @Test
    void examine_imageNotReady_tellsItsId() {
        situation.inventory(i -> i.addImages(new Image(3, "detector", false)));

        assertThat(situation.examine(new ImagesExist())).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("image-not-ready");
            assertThat(finding.message()).isEqualTo("image 'detector' of role inference (id 3) can't be used now");
        });
    }
}
