package io.telcofactory.testkit.opennebula;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A message of the event stream, as the hook manager of oned publishes it.
 *
 * @param topic for example {@code EVENT API one.vm.allocate 1}, or {@code EVENT STATE VM/ACTIVE/RUNNING/7 } with the blank at its end
 * @param content the second frame: the hook message in Base64
 * @since 0.1
 */
public record HookEvent(String topic, String content) {

    /**
     * Decodes the content.
     *
     * @return the {@code HOOK_MESSAGE} document
     */
    public String message() {
        return new String(Base64.getDecoder().decode(content), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "[" + topic + "]";
    }
}
