package io.telcofactory.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How everything that was made for a blueprint is right now.
 *
 * @param blueprint the blueprint's name
 * @param resources one for each resource that the factory makes; provided ones are absent
 * @since 0.1
 */
public record BlueprintStatus(String blueprint, List<ResourceStatus> resources) {

    /** Keeps the list unmodifiable. */
    public BlueprintStatus {
        resources = List.copyOf(resources);
    }

    /**
     * Tells whether all of it does what it is there for.
     *
     * @return true if every resource is {@link Health#READY}
     */
    public boolean ready() {
        return resources.stream().allMatch(resource -> resource.health() == Health.READY);
    }

    /**
     * Returns those resources that are in some state of health.
     *
     * @param health which
     * @return their states, in order
     */
    public List<ResourceStatus> in(Health health) {
        return resources.stream()
                .filter(resource -> resource.health() == health)
                .toList();
    }

    /**
     * Finds one resource.
     *
     * @param ref its reference
     * @return how it is, or empty if it is neither described nor there
     */
    public Optional<ResourceStatus> find(Ref ref) {
        return resources.stream().filter(resource -> resource.ref().equals(ref)).findFirst();
    }

    /**
     * Returns the outputs of one resource.
     *
     * @param ref its reference
     * @return addresses and ids; none if it is not there
     */
    public Map<String, String> outputs(Ref ref) {
        return find(ref).map(ResourceStatus::outputs).orElse(Map.of());
    }

    /**
     * Prints the status for people.
     *
     * @return one line for each resource
     */
    public String describe() {
        return resources.stream().map(resource -> "  " + resource + "\n").collect(Collectors.joining());
    }
}
