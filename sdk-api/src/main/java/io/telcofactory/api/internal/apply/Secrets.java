package io.telcofactory.api.internal.apply;

import io.telcofactory.api.Change;
import io.telcofactory.api.SecretRef;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.spi.SecretResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The secrets of one apply: looked up all together before the first change, so that a missing one leaves nothing half done. */
final class Secrets {
    private final Map<SecretRef, String> found;

    private Secrets(Map<SecretRef, String> found) {
        this.found = found;
    }

    /**
     * Looks up what changes need.
     *
     * @param changes those to be carried out
     * @param resolvers asked in this order, before the environment and files
     * @param target what is applied, for messages
     */
    static Secrets of(Collection<Change> changes, List<SecretResolver> resolvers, String target) {
        Map<SecretRef, Set<String>> wanted = new TreeMap<>();
        changes.forEach(change -> change.desired()
                .ifPresent(value -> value.secrets()
                        .forEach(place -> wanted.computeIfAbsent(place, absent -> new TreeSet<>())
                                .add(value.ref().toString()))));
        Map<SecretRef, String> found = new HashMap<>();
        for (SecretRef place : List.copyOf(wanted.keySet())) {
            find(place, resolvers, target).ifPresent(secret -> {
                found.put(place, secret);
                wanted.remove(place);
            });
        }
        if (!wanted.isEmpty()) {
            throw new NotFoundException(
                    ErrorContext.of("factory", "apply", target),
                    "No secret at "
                            + wanted.entrySet().stream()
                                    .map(missing ->
                                            missing.getKey() + " (for " + String.join(", ", missing.getValue()) + ")")
                                    .collect(Collectors.joining(", "))
                            + ". Nothing was changed; put it there, or give AiFactory.builder().secrets(...) a"
                            + " resolver that knows the place, then apply again");
        }
        return new Secrets(found);
    }

    String get(SecretRef place) {
        return Optional.ofNullable(found.get(place))
                .orElseThrow(() -> new IllegalStateException(place + " is not among Resource.secrets()"));
    }

    private static Optional<String> find(SecretRef place, List<SecretResolver> resolvers, String target) {
        Optional<String> secret = resolvers.stream()
                .map(resolver -> resolver.find(place))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> standard(place));
        secret.filter(String::isEmpty).ifPresent(empty -> {
            throw new InvalidRequestException(
                    ErrorContext.of("factory", "apply", target),
                    "The secret at " + place + " is empty. Nothing was changed; put it there, then apply again");
        });
        return secret;
    }

    private static Optional<String> standard(SecretRef place) {
        return switch (place.scheme()) {
            case SecretRef.ENVIRONMENT -> Optional.ofNullable(System.getenv(place.location()));
            case SecretRef.FILE -> read(place.location());
            default -> Optional.empty();
        };
    }

    private static Optional<String> read(String path) {
        try {
            return Optional.of(Files.readString(Path.of(path)).replaceFirst("\\R\\z", ""));
        } catch (IOException | InvalidPathException absent) {
            return Optional.empty();
        }
    }
}
