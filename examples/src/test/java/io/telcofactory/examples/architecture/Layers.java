package io.telcofactory.examples.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which part may name which other part. Every method returns the violations, in words. */
final class Layers {
    private static final String API = SdkModules.ROOT + ".api";

    /** What each module may name besides itself; a module that is not here may name nothing of ours. */
    private static final Map<String, Set<String>> ALLOWED = Map.of(
            API,
            Set.of(),
            SdkModules.ROOT + ".testkit",
            Set.of(API),
            SdkModules.ROOT + ".opennebula",
            Set.of(API),
            SdkModules.ROOT + ".upf",
            Set.of(API),
            SdkModules.ROOT + ".gpu",
            Set.of(API));

    private static final DescribedPredicate<JavaClass> INTERNAL = JavaClass.Predicates.resideInAPackage("..internal..");

    private final SdkModules modules;

    Layers(SdkModules modules) {
        this.modules = modules;
    }

    /** Finds classes that name a module they must not know. */
    List<String> wrongDirections(JavaClasses classes) {
        return crossings(classes).stream()
                .filter(crossing -> crossing.from().isPresent())
                .filter(crossing -> !ALLOWED.getOrDefault(crossing.from().get().name(), Set.of())
                        .contains(crossing.to().name()))
                .map(crossing -> crossing.dependency().getDescription())
                .toList();
    }

    /**
     * Finds classes that name a package that its module does not export to them.
     *
     * <p>The compiler sees to it for modules; programs on the class path, as the examples are, could still reach inside.
     */
    List<String> reachesInside(JavaClasses classes) {
        return crossings(classes).stream()
                .filter(crossing -> !modules.isExportedTo(
                        crossing.dependency().getTargetClass().getPackageName(),
                        crossing.from().map(ModuleDescriptor::name).orElse("")))
                .map(crossing -> crossing.dependency().getDescription())
                .toList();
    }

    /**
     * Finds packages that need each other, among the public ones and among the internal ones.
     *
     * <p>Between these two kinds it is no fault: a front door calls the inside, and the inside works on public values.
     * Nor is it with the root package of a module, which holds both the front door and the words that all its packages use.
     */
    static List<String> cycles(JavaClasses classes) {
        return Stream.of(INTERNAL, DescribedPredicate.not(INTERNAL))
                .flatMap(kind -> cyclesWithin(classes.that(kind)).stream())
                .toList();
    }

    private static List<String> cyclesWithin(JavaClasses classes) {
        return SlicesRuleDefinition.slices()
                .matching(SdkModules.ROOT + ".(*).(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .evaluate(classes)
                .getFailureReport()
                .getDetails();
    }

    /** Finds packages that two modules hold. */
    List<String> splitPackages() {
        Map<String, String> holders = new HashMap<>();
        List<String> violations = new ArrayList<>();
        for (ModuleDescriptor module : modules.descriptors()) {
            for (String packageName : module.packages()) {
                String other = holders.putIfAbsent(packageName, module.name());
                if (other != null) {
                    violations.add(packageName + " is in " + other + " and in " + module.name());
                }
            }
        }
        return violations;
    }

    private List<Crossing> crossings(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .flatMap(dependency -> crossing(dependency).stream())
                .toList();
    }

    private Optional<Crossing> crossing(Dependency dependency) {
        Optional<ModuleDescriptor> from = modules.owner(packageOf(dependency.getOriginClass()));
        return modules.owner(packageOf(dependency.getTargetClass()))
                .filter(to -> from.isEmpty() || !to.name().equals(from.get().name()))
                .map(to -> new Crossing(from, to, dependency));
    }

    private static String packageOf(JavaClass type) {
        return type.getBaseComponentType().getPackageName();
    }

    /** A dependency from one module, or from a program outside them, on another. */
    private record Crossing(Optional<ModuleDescriptor> from, ModuleDescriptor to, Dependency dependency) {}
}
