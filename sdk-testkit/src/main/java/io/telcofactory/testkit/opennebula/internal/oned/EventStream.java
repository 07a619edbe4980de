package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.HookEvent;
import io.telcofactory.testkit.opennebula.internal.access.OneObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * What the hook manager publishes. Messages are written only while somebody listens, and are handed out when the cloud is left: a listener
 * may call the cloud.
 */
public final class EventStream {
    private final Mishaps mishaps;
    private final List<Consumer<HookEvent>> listeners = new CopyOnWriteArrayList<>();
    private List<HookEvent> pending = new ArrayList<>();

    EventStream(Mishaps mishaps) {
        this.mishaps = mishaps;
    }

    public void listen(Consumer<HookEvent> listener) {
        listeners.add(listener);
    }

    public boolean isHeard() {
        return !listeners.isEmpty();
    }

    /** Tells that a call was served or refused. */
    public void called(HookMessages.Call call) {
        if (isHeard() && call.isPublished()) {
            publish(List.of("API " + call.method() + " " + (call.succeeded() ? 1 : 0)), HookMessages.of(call));
        }
    }

    /** Tells that a machine is in another state. */
    void changed(Vm vm) {
        if (isHeard()) {
            String state = VmState.stateName(vm.state()) + "/" + VmState.lifeCycleName(vm.lcm());
            List<String> topics = new ArrayList<>(
                    List.of("VM " + vm.id() + "/" + state + " ", "STATE VM/" + state + "/" + vm.id() + " "));
            String service = vm.template().text("SERVICE_ID");
            if (!service.isEmpty()) {
                topics.add("SERVICE " + service + " ");
            }
            publish(topics, HookMessages.of(vm));
        }
    }

    /** Tells that a host, an image or a network is in another state. */
    void changed(OneObject object, String state) {
        if (isHeard()) {
            String kind = object.kind().name();
            publish(
                    List.of(
                            kind + " " + object.id() + "/" + state + "/ ",
                            "STATE " + kind + "/" + state + "//" + object.id() + " "),
                    HookMessages.of(object, state));
        }
    }

    private void publish(List<String> topics, String message) {
        String content = Base64.getEncoder().encodeToString(message.getBytes(StandardCharsets.UTF_8));
        for (int times = mishaps.deliveries(); times > 0; times--) {
            topics.forEach(topic -> pending.add(new HookEvent("EVENT " + topic, content)));
        }
    }

    /** Takes what is to be handed out. */
    public List<HookEvent> drain() {
        if (pending.isEmpty()) {
            return List.of();
        }
        List<HookEvent> drained = pending;
        pending = new ArrayList<>();
        return drained;
    }

    public void deliver(List<HookEvent> events) {
        events.forEach(event -> listeners.forEach(listener -> listener.accept(event)));
    }
}
