package io.telcofactory.examples.architecture;

import java.io.File;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The modules of the SDK, each under the root package of the same name. */
record SdkModules(List<ModuleDescriptor> descriptors) {
    static final String ROOT = "io.telcofactory";

    /** Reads the descriptors of the jars, or class folders, on the class path. */
    static SdkModules onClassPath() {
        Path[] entries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toArray(Path[]::new);
        return new SdkModules(Arrays.stream(entries)
                .flatMap(entry -> ModuleFinder.of(entry).findAll().stream())
                .map(reference -> reference.descriptor())
                .filter(descriptor -> descriptor.name().startsWith(ROOT + ".") && !descriptor.isAutomatic())
                .toList());
    }

    Set<String> names() {
        return descriptors.stream().map(ModuleDescriptor::name).collect(Collectors.toSet());
    }

    /** Returns the module that a package belongs to by its name. */
    Optional<ModuleDescriptor> owner(String packageName) {
        return descriptors.stream()
                .filter(descriptor -> isWithin(packageName, descriptor.name()))
                .findFirst();
    }

    /** Says whether every user of the module may name the package. */
    boolean isExported(String packageName) {
        return exports(packageName).stream().anyMatch(export -> !export.isQualified());
    }

    /** Says whether the package is exported to all, or to that one module. */
    boolean isExportedTo(String packageName, String moduleName) {
        return exports(packageName).stream()
                .anyMatch(export -> !export.isQualified() || export.targets().contains(moduleName));
    }

    static boolean isWithin(String packageName, String root) {
        return packageName.equals(root) || packageName.startsWith(root + ".");
    }

    private List<ModuleDescriptor.Exports> exports(String packageName) {
        return descriptors.stream()
                .flatMap(descriptor -> descriptor.exports().stream())
                .filter(export -> export.source().equals(packageName))
                .toList();
    }
}
