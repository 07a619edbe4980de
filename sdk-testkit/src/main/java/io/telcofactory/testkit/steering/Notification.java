package io.telcofactory.testkit.steering;

import java.net.URI;

/**
 * A notification that a fake has to deliver.
 *
 * @param destination where the subscriber wants it
 * @param mediaType of the body
 * @param body JSON text
 * @since 0.1
 */
public record Notification(URI destination, String mediaType, String body) {}
