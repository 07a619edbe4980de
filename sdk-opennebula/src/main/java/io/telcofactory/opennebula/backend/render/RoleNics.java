package io.telcofactory.opennebula.backend.render;

import io.telcofactory.api.network.Segment;
import io.telcofactory.api.service.Attachment;
import io.telcofactory.api.service.Role;
import io.telcofactory.api.site.Fabric;
import io.telcofactory.api.site.Site;
import io.telcofactory.api.site.VirtualFunctions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The interfaces of a role, ordinary ones first and then virtual functions, and what follows from them for hosts and guests. */
final class RoleNics {
    private final Site site;
    private final List<NicForm> providers;
    private final List<Attachment> attachments = new ArrayList<>();

    private RoleNics(Role role, Site site) {
        this.site = site;
        role.attachments().stream().filter(attachment -> !attachment.isSriov()).forEach(attachments::add);
        role.attachments().stream().filter(Attachment::isSriov).forEach(attachments::add);
        this.providers =
                role.providerNetworks().stream().map(NicForm::ofProvider).toList();
    }

    static RoleNics of(Role role, Site site) {
        return new RoleNics(role, site);
    }

    List<NicForm> forms() {
        Map<Optional<String>, Integer> positions = new HashMap<>();
        List<NicForm> forms = new ArrayList<>();
        for (Attachment attachment : attachments) {
            int position = attachment.isSriov() ? positions.merge(fabric(attachment), 1, Integer::sum) - 1 : 0;
            forms.add(NicForm.of(attachment, functions(attachment), position));
        }
        int ordinary =
                (int) attachments.stream().filter(found -> !found.isSriov()).count();
        forms.addAll(ordinary, providers);
        return forms;
    }

    /** Patterns of the names of the hosts that have the virtual functions; each must fit. */
    List<String> hosts() {
        return attachments.stream()
                .filter(Attachment::isSriov)
                .flatMap(attachment -> functions(attachment).stream())
                .map(VirtualFunctions::hosts)
                .toList();
    }

    /**
     * What guests are told of virtual functions.
     *
     * @param devices how many other devices stand before them
     */
    Map<String, String> context(int devices) {
        Map<String, String> context = new TreeMap<>();
        int number = devices;
        for (Attachment attachment : attachments) {
            if (attachment.isSriov()) {
                int own = number++;
                attachment.segment().ifPresent(segment -> context.putAll(NicForm.context(segment, own)));
            }
        }
        return context;
    }

    private Optional<VirtualFunctions> functions(Attachment attachment) {
        return site.fabric(fabric(attachment)).flatMap(Fabric::virtualFunctions);
    }

    private static Optional<String> fabric(Attachment attachment) {
        return attachment.segment().flatMap(Segment::fabric);
    }
}
