package io.telcofactory.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.telcofactory.examples.JavaSources;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shows every rule of {@link ArchitectureTest} a violation. */
class ArchitectureRulesTest {
    private static final SdkModules MODULES = new SdkModules(List.of(
            ModuleDescriptor.newModule("io.telcofactory.api")
                    .exports("io.telcofactory.api")
                    .exports("io.telcofactory.api.internal", Set.of("io.telcofactory.upf"))
                    .build(),
            ModuleDescriptor.newModule("io.telcofactory.gpu")
                    .exports("io.telcofactory.gpu")
                    .build(),
            ModuleDescriptor.newModule("io.telcofactory.upf")
                    .exports("io.telcofactory.upf")
                    .build()));

    @TempDir
    private Path folder;

    @Test
    void wrongDirections_backendOnBackend_isFound() throws IOException {
        JavaClasses classes = compile(
                "package io.telcofactory.gpu; public class Gpu {}",
                "package io.telcofactory.upf; class Upf { io.telcofactory.gpu.Gpu gpu; }");

        assertThat(new Layers(MODULES).wrongDirections(classes))
                .singleElement()
                .asString()
                .contains("io.telcofactory.upf.Upf.gpu", "io.telcofactory.gpu.Gpu");
    }

    @Test
    void wrongDirections_backendOnApi_isAllowed() throws IOException {
        JavaClasses classes = compile(
                "package io.telcofactory.api; public class Api {}",
                "package io.telcofactory.upf; class Upf { io.telcofactory.api.Api[] apis; }");

        assertThat(new Layers(MODULES).wrongDirections(classes)).isEmpty();
    }

    @Test
    void reachesInside_programOnInternalPackage_isFound() throws IOException {
        JavaClasses classes = compile(
                "package io.telcofactory.api.internal; public class Inner {}",
                "package io.telcofactory.upf; class Upf { io.telcofactory.api.internal.Inner inner; }",
                "package io.telcofactory.examples; class Demo { io.telcofactory.api.internal.Inner inner; }");

        assertThat(new Layers(MODULES).reachesInside(classes))
                .singleElement()
                .asString()
                .contains("io.telcofactory.examples.Demo");
    }

    @Test
    void cycles_twoPackagesNeedingEachOther_areFound() throws IOException {
        JavaClasses classes = compile(
                "package io.telcofactory.api.site; public class Site { io.telcofactory.api.tenant.Tenant tenant; }",
                "package io.telcofactory.api.tenant; public class Tenant { io.telcofactory.api.site.Site site; }");

        assertThat(Layers.cycles(classes)).isNotEmpty();
    }

    @Test
    void cycles_publicPackageAndItsInside_areNone() throws IOException {
        JavaClasses classes = compile(
                "package io.telcofactory.gpu.mig; public class Gpu { io.telcofactory.gpu.internal.Inner inner; }",
                "package io.telcofactory.gpu.internal; public class Inner { io.telcofactory.gpu.mig.Gpu gpu; }");

        assertThat(Layers.cycles(classes)).isEmpty();
    }

    @Test
    void splitPackages_packageInTwoModules_isFound() {
        SdkModules split = new SdkModules(List.of(
                ModuleDescriptor.newModule("io.telcofactory.api")
                        .packages(Set.of("io.telcofactory.common"))
                        .build(),
                ModuleDescriptor.newModule("io.telcofactory.gpu")
                        .packages(Set.of("io.telcofactory.common"))
                        .build()));

        assertThat(new Layers(split).splitPackages()).singleElement().asString().contains("io.telcofactory.common");
    }

    @Test
    void foreignTypes_ofEveryPlace_areFound() throws IOException {
        JavaClasses classes = compile(
                "package other; public class Parent<T> {}",
                "package other; public class Argument {}",
                "package other; public class Thrown extends Exception {}",
                "package other; public class Inherited {}",
                "package other; public @interface Mark {}",
                "package io.telcofactory.api.internal; public class Inner {}",
                """
                package io.telcofactory.api;
                abstract class Base {
                    public other.Inherited inherited() { return null; }
                    other.Argument invisible() { return null; }
                }
                """,
                """
                package io.telcofactory.api;
                public class Api extends Base {
                    public static class Child extends other.Parent<String> {}
                    public java.util.List<other.Argument> list() { return null; }
                    protected void fails() throws other.Thrown {}
                    @other.Mark public void marked() {}
                    public void inner(io.telcofactory.api.internal.Inner[] inner) {}
                    private other.Argument hidden() { return null; }
                }
                """);

        List<String> violations = new Signatures(MODULES).foreignTypes(classes);

        assertThat(violations)
                .anyMatch(v -> v.contains("Child") && v.endsWith("names other.Parent"))
                .anyMatch(v -> v.contains("list()") && v.endsWith("names other.Argument"))
                .anyMatch(v -> v.contains("fails()") && v.endsWith("names other.Thrown"))
                .anyMatch(v -> v.contains("marked()") && v.endsWith("names other.Mark"))
                .anyMatch(v -> v.contains("inner(") && v.endsWith("names io.telcofactory.api.internal.Inner"))
                .anyMatch(v -> v.contains("inherited()") && v.endsWith("names other.Inherited"))
                .hasSize(6);
    }

    private JavaClasses compile(String... sources) throws IOException {
        Path classes = JavaSources.compile(folder, List.of(sources), List.of());
        return new ClassFileImporter().importPath(classes);
    }
}
