package io.telcofactory.benchmarks.client;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The official Java binding, from the jars that the user names: it is no Maven artefact. */
public final class Oca implements AutoCloseable {
    private final URLClassLoader jars;

    private Oca(URLClassLoader jars) {
        this.jars = jars;
    }

    /**
     * Finds the binding.
     *
     * @param classPath its jar and those that it needs, separated as in a class path; empty when there is none
     * @return the binding, or nothing
     */
    public static Optional<Oca> in(String classPath) {
        if (classPath.isBlank()) {
            return Optional.empty();
        }
        List<URL> urls = new ArrayList<>();
        for (String jar : classPath.split(File.pathSeparator)) {
            try {
                urls.add(Path.of(jar).toUri().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException("Not a jar: " + jar, e);
            }
        }
        return Optional.of(new Oca(new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader())));
    }

    /**
     * Reads name and state of all VMs, as its users do.
     *
     * @param endpoint where the pool is
     * @return a checksum
     * @throws ReflectiveOperationException if it fails
     */
    public long read(URI endpoint) throws ReflectiveOperationException {
        Class<?> clientType = jars.loadClass("org.opennebula.client.Client");
        Object client =
                clientType.getConstructor(String.class, String.class).newInstance("nobody:secret", endpoint.toString());
        Object pool = jars.loadClass("org.opennebula.client.vm.VirtualMachinePool")
                .getConstructor(clientType)
                .newInstance(client);
        pool.getClass().getMethod("infoAll").invoke(pool);
        long sum = 0;
        for (Object vm : (Iterable<?>) pool) {
            sum += String.valueOf(vm.getClass().getMethod("getName").invoke(vm)).length();
            sum += String.valueOf(vm.getClass().getMethod("stateStr").invoke(vm))
                    .length();
        }
        return sum;
    }

    @Override
    public void close() throws IOException {
        jars.close();
    }
}
