package io.telcofactory.examples.architecture;

import com.tngtech.archunit.base.HasDescription;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What users of the SDK see: only types of the JDK, of JSpecify, and exported ones of our own. */
final class Signatures {
    /** The JDK's HTTP server is an exported part of the JDK, whatever its package is called. */
    private static final List<String> EVERYWHERE = List.of("java", "javax", "com.sun.net.httpserver", "org.jspecify");

    /** The testkit extends JUnit and AssertJ, so its users have them. */
    private static final List<String> IN_TESTKIT = List.of("org.junit.jupiter", "org.assertj.core");

    /** Read by tools while they compile, never at run time; users need not have them. */
    private static final List<String> COMPILE_ONLY = List.of("org.immutables", "org.apiguardian");

    private final SdkModules modules;

    Signatures(SdkModules modules) {
        this.modules = modules;
    }

    /** Finds types that must not stand in a public signature, each with the place. */
    List<String> foreignTypes(JavaClasses classes) {
        Set<String> violations = new TreeSet<>();
        classes.stream().filter(this::isVisible).forEach(type -> {
            check(type, type, supertypes(type), violations);
            checkAnnotations(type, type, type.getAnnotations(), violations);
            Stream.of(type.getAllFields(), type.getAllMethods(), type.getAllConstructors())
                    .flatMap(Set::stream)
                    .filter(Signatures::isVisible)
                    .forEach(member -> {
                        check(type, member, involved(member), violations);
                        checkAnnotations(type, member, member.getAnnotations(), violations);
                    });
        });
        return List.copyOf(violations);
    }

    private void check(JavaClass type, HasDescription place, Stream<JavaClass> named, Set<String> violations) {
        named.map(JavaClass::getBaseComponentType)
                .filter(found -> !isAllowed(found, type))
                .forEach(found -> violations.add(place.getDescription() + " names " + found.getName()));
    }

    /** Those of our own may be internal: they are marks for our tools. */
    private void checkAnnotations(
            JavaClass type,
            HasDescription place,
            Set<? extends JavaAnnotation<?>> annotations,
            Set<String> violations) {
        Stream<JavaClass> named = annotations.stream()
                .map(JavaAnnotation::getRawType)
                .filter(found -> !isWithinAny(found.getPackageName(), COMPILE_ONLY))
                .filter(found -> !SdkModules.isWithin(found.getPackageName(), SdkModules.ROOT));
        check(type, place, named, violations);
    }

    private boolean isAllowed(JavaClass found, JavaClass user) {
        String packageName = found.getPackageName();
        if (found.isPrimitive() || isWithinAny(packageName, EVERYWHERE)) {
            return true;
        }
        if (SdkModules.isWithin(packageName, SdkModules.ROOT)) {
            return modules.isExported(packageName);
        }
        boolean inTestkit = SdkModules.isWithin(user.getPackageName(), SdkModules.ROOT + ".testkit");
        return inTestkit && isWithinAny(packageName, IN_TESTKIT);
    }

    private static boolean isWithinAny(String packageName, List<String> roots) {
        return roots.stream().anyMatch(root -> SdkModules.isWithin(packageName, root));
    }

    private boolean isVisible(JavaClass type) {
        boolean visible = isVisible(type.getModifiers()) && modules.isExported(type.getPackageName());
        return visible && type.getEnclosingClass().map(this::isVisible).orElse(true);
    }

    /** Says whether users can name the member; those of package-private parents of ours are inherited by public classes. */
    private static boolean isVisible(JavaMember member) {
        return isVisible(member.getModifiers())
                && SdkModules.isWithin(member.getOwner().getPackageName(), SdkModules.ROOT)
                && !member.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static boolean isVisible(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaClass> supertypes(JavaClass type) {
        Stream<JavaType> parents = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        return Stream.concat(
                parents.flatMap(parent -> parent.getAllInvolvedRawTypes().stream()),
                type.getTypeParameters().stream().flatMap(parameter -> parameter.getAllInvolvedRawTypes().stream()));
    }

    private static Stream<JavaClass> involved(JavaMember member) {
        if (member instanceof JavaField field) {
            return field.getAllInvolvedRawTypes().stream();
        }
        JavaCodeUnit unit = (JavaCodeUnit) member;
        return Stream.concat(unit.getAllInvolvedRawTypes().stream(), unit.getExceptionTypes().stream());
    }
}
