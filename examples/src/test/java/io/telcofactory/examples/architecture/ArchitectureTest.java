package io.telcofactory.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Holds the SDK against the rules of its architecture; {@link ArchitectureRulesTest} shows that each rule can fail. */
class ArchitectureTest {
    private static final SdkModules MODULES = SdkModules.onClassPath();
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(SdkModules.ROOT);

    @Test
    void modules_onClassPath_areAllThere() {
        assertThat(MODULES.names())
                .containsExactlyInAnyOrder(
                        "io.telcofactory.api",
                        "io.telcofactory.gpu",
                        "io.telcofactory.opennebula",
                        "io.telcofactory.testkit",
                        "io.telcofactory.upf");
    }

    @Test
    void dependencies_betweenModules_pointToTheApiOnly() {
        assertThat(new Layers(MODULES).wrongDirections(CLASSES)).isEmpty();
    }

    @Test
    void dependencies_betweenModules_stayOnExportedPackages() {
        assertThat(new Layers(MODULES).reachesInside(CLASSES)).isEmpty();
    }

    @Test
    void dependencies_betweenPackages_haveNoCycle() {
        assertThat(Layers.cycles(CLASSES)).isEmpty();
    }

    @Test
    void packages_ofTheModules_areNotSplit() {
        assertThat(new Layers(MODULES).splitPackages()).isEmpty();
    }

    @Test
    void signatures_ofExportedPackages_nameNoForeignType() {
        assertThat(new Signatures(MODULES).foreignTypes(CLASSES)).isEmpty();
    }
}
