package io.telcofactory.testkit.steering;

/**
 * A running instance of an application at the edge, as the operator of a CAMARA gateway knows it.
 *
 * @param appId the application, a UUID
 * @param appInstanceId the instance, a UUID
 * @param zone the zone that it runs in, a UUID
 * @param region the region that the zone is in
 * @param address where devices reach it
 * @since 0.1
 */
public record EdgeInstance(String appId, String appInstanceId, String zone, String region, String address) {}
