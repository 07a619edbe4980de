package io.telcofactory.opennebula.backend;

import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.flow.Service;
import io.telcofactory.opennebula.model.IdSet;
import io.telcofactory.opennebula.model.Vm;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells in the server's own words why a service is not up. */
final class Diagnosis {
    private final OpenNebula one;

    Diagnosis(OpenNebula one) {
        this.one = one;
    }

    /** What the service and its machines say went wrong. */
    String of(Service service) {
        List<String> log = service.log().stream()
                .filter(line -> line.startsWith("E "))
                .map(line -> line.substring(2))
                .toList();
        String last = log.isEmpty() ? "" : log.get(log.size() - 1);
        return Stream.concat(
                        Stream.of(ServiceView.text(service), last).filter(text -> !text.isEmpty()),
                        down(service).stream().map(Diagnosis::trouble))
                .collect(Collectors.joining("; "));
    }

    /** Which machines still wait, and for what. */
    static String delays(List<Vm> down) {
        String troubles = down.stream().map(Diagnosis::trouble).collect(Collectors.joining("; "));
        return troubles.isEmpty() ? "" : " (" + troubles + ")";
    }

    /** The machines of a service that do not run. */
    List<Vm> down(Service service) {
        List<Integer> ids = service.vmIds();
        if (ids.isEmpty()) {
            return List.of();
        }
        try (Stream<Vm> vms = one.vms().list(IdSet.of(ids), false)) {
            return vms.filter(vm -> !vm.running()).toList();
        }
    }

    private static String trouble(Vm vm) {
        Optional<String> reason = vm.error().or(vm::schedulingMessage);
        return "vm " + vm.id() + " " + vm.stateName()
                + reason.map(text -> ": " + text.strip()).orElse("");
    }
}
