package io.telcofactory.upf.steering;

import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.PartialFailureException;
import io.telcofactory.api.network.N6Breakout;
import io.telcofactory.api.spi.Execution;
import io.telcofactory.upf.PfdProvisioning;
import io.telcofactory.upf.Stored;
import io.telcofactory.upf.flow.FlowDescription;
import io.telcofactory.upf.nef.Pfd;
import io.telcofactory.upf.nef.PfdData;
import io.telcofactory.upf.nef.PfdManagement;
import io.telcofactory.upf.nef.PfdReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Teaches the network to detect the applications of breakouts. Ours is the description whose {@code pfdId} is the native name of
 * the breakout; an application may hold descriptions of others besides it, and those stay.
 */
final class ApplicationPfds {
    static final String SET = "3gpp-pfd-management application";
    static final String DELETE = "DELETE 3gpp-pfd-management application";

    private final PfdProvisioning pfds;

    ApplicationPfds(PfdProvisioning pfds) {
        this.pfds = pfds;
    }

    /** Tells whether the network is to learn the application's flows; without matches it knows them from somebody else. */
    static boolean teaches(N6Breakout breakout) {
        return breakout.application().isPresent() && !breakout.matches().isEmpty();
    }

    /** Returns the normal form of what a breakout wants: the application and its flows. */
    static String text(N6Breakout breakout) {
        return text(breakout.application().orElseThrow(), flows(breakout));
    }

    private static List<String> flows(N6Breakout breakout) {
        return BreakoutFlows.ofServers(breakout).stream()
                .map(FlowDescription::toString)
                .toList();
    }

    private static String text(String appId, List<String> flows) {
        return appId + ": " + String.join("; ", flows.stream().sorted().toList());
    }

    Found read() {
        Map<String, List<Place>> places = new LinkedHashMap<>();
        for (Stored<PfdManagement> transaction : pfds.list()) {
            transaction
                    .value()
                    .pfdDatas()
                    .values()
                    .forEach(data -> data.pfds()
                            .values()
                            .forEach(pfd -> places.computeIfAbsent(pfd.pfdId(), id -> new ArrayList<>())
                                    .add(new Place(transaction, data, pfd))));
        }
        return new Found(places);
    }

    void ensure(N6Breakout breakout, Execution execution) {
        String name = execution.scope().nativeName(breakout.ref());
        Optional<String> wanted = breakout.application().filter(id -> teaches(breakout));
        List<Place> places = read().at(name);
        for (Place place : places) {
            if (!Optional.of(place.data.externalAppId()).equals(wanted)) {
                delete(place, execution);
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        Optional<Place> there = findOne(places, wanted.get(), execution);
        if (there.isEmpty()) {
            create(breakout, wanted.get(), name, execution);
            findOne(read().at(name), wanted.get(), execution);
        } else if (!there.get().text().equals(text(breakout))) {
            execution.proceed("PUT " + SET);
            PfdData changed = there.get().data.toBuilder()
                    .self(Optional.empty())
                    .cachingTime(Optional.empty())
                    .putPfds(name, pfd(name, breakout))
                    .build();
            pfds.replaceApplication(there.get().transaction.id(), changed);
        }
    }

    /** Finds the description and takes away its copies, which were born when a request was carried out twice. */
    private Optional<Place> findOne(List<Place> places, String appId, Execution execution) {
        List<Place> there = places.stream()
                .filter(place -> place.data.externalAppId().equals(appId))
                .toList();
        there.stream().skip(1).forEach(copy -> delete(copy, execution));
        return there.stream().findFirst();
    }

    private void create(N6Breakout breakout, String appId, String name, Execution execution) {
        execution.proceed("POST " + SET);
        PfdData data = PfdData.builder()
                .externalAppId(appId)
                .putPfds(name, pfd(name, breakout))
                .build();
        Stored<PfdManagement> made =
                pfds.create(PfdManagement.builder().putPfdDatas(appId, data).build());
        for (PfdReport report : made.value().pfdReports().values()) {
            if (report.externalAppIds().contains(appId)) {
                throw new PartialFailureException(
                        ErrorContext.of("nef", "POST " + SET, breakout.ref().toString())
                                .withNativeCode(report.failureCode().value()),
                        "The subscription is stored, but the network does not detect application '" + appId
                                + "'" + (report.dnais().isEmpty() ? "" : " at " + report.dnais())
                                + ", so that no traffic is steered. Ask the operator, or select the traffic without an"
                                + " application id.");
            }
        }
    }

    void remove(String name, Execution execution) {
        read().at(name).forEach(place -> delete(place, execution));
    }

    private void delete(Place place, Execution execution) {
        execution.proceed(DELETE);
        String transaction = place.transaction.id();
        String appId = place.data.externalAppId();
        if (place.data.pfds().size() > 1) {
            Map<String, Pfd> others = new LinkedHashMap<>(place.data.pfds());
            others.values().removeIf(pfd -> pfd.pfdId().equals(place.pfd.pfdId()));
            pfds.replaceApplication(
                    transaction,
                    place.data.toBuilder().self(Optional.empty()).pfds(others).build());
        } else if (place.transaction.value().pfdDatas().size() > 1) {
            pfds.deleteApplication(transaction, appId);
        } else {
            pfds.delete(transaction);
        }
    }

    private static Pfd pfd(String name, N6Breakout breakout) {
        return Pfd.builder().pfdId(name).flowDescriptions(flows(breakout)).build();
    }

    /** Where one description stands. */
    record Place(Stored<PfdManagement> transaction, PfdData data, Pfd pfd) {
        String text() {
            return ApplicationPfds.text(data.externalAppId(), pfd.flowDescriptions());
        }
    }

    /** All descriptions of the network by their ids. */
    record Found(Map<String, List<Place>> places) {
        static final Found NOTHING = new Found(Map.of());

        List<Place> at(String name) {
            return places.getOrDefault(name, List.of());
        }

        Optional<String> flows(String name) {
            List<Place> found = at(name);
            String copies = found.size() > 1 ? ", " + found.size() + " times" : "";
            return found.stream().findFirst().map(place -> place.text() + copies);
        }
    }
}
