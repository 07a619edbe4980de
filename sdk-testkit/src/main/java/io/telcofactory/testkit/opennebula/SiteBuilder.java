package io.telcofactory.testkit.opennebula;

import io.telcofactory.api.spi.Time;
import io.telcofactory.testkit.VirtualTime;
import io.telcofactory.testkit.opennebula.internal.oned.Cloud;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Describes an installation before it is made; the ready-made ones are {@link FakeOpenNebula#edgeSite}, {@link
 * FakeOpenNebula#gpuSite} and {@link FakeOpenNebula#ranSite}.
 *
 * @since 0.1
 */
public final class SiteBuilder {

    private final List<Consumer<Cloud>> steps = new ArrayList<>();
    private Time time = VirtualTime.create();
    private boolean oneGate;
    private String password = "opennebula";

    SiteBuilder() {}

    /**
     * Sets the clock; a {@link VirtualTime} of its own without.
     *
     * @param clock the time source
     * @return this builder
     */
    public SiteBuilder time(Time clock) {
        this.time = Objects.requireNonNull(clock, "clock");
        return this;
    }

    /**
     * Sets the administrator's password; {@code opennebula} without.
     *
     * @param secret the password, without blanks
     * @return this builder
     */
    public SiteBuilder password(String secret) {
        this.password = Objects.requireNonNull(secret, "secret");
        return this;
    }

    /**
     * Adds a cluster.
     *
     * @param name its name
     * @return this builder
     */
    public SiteBuilder cluster(String name) {
        steps.add(cloud -> cloud.clusters().create(name));
        return this;
    }

    /**
     * Adds a host that is already monitored. Its hardware follows the first part of its name: {@code mig-}, {@code
     * h100-}, {@code quad-}, {@code edge1s-}, {@code wide-}; any other name reports the dummy probe's hardware.
     *
     * @param name its name
     * @param cluster the name of its cluster
     * @param pinned whether it takes pinned machines only
     * @return this builder
     */
    public SiteBuilder host(String name, String cluster, boolean pinned) {
        steps.add(cloud -> Sites.addHost(cloud, name, cluster, pinned));
        return this;
    }

    /**
     * Adds a datastore for running machines.
     *
     * @param name its name
     * @param cluster the name of its cluster
     * @return this builder
     */
    public SiteBuilder systemDatastore(String name, String cluster) {
        steps.add(cloud -> Sites.addDatastore(cloud, name, cluster, "TYPE=SYSTEM_DS\nTM_MAD=dummy"));
        return this;
    }

    /**
     * Adds a datastore for images.
     *
     * @param name its name
     * @param cluster the name of its cluster
     * @return this builder
     */
    public SiteBuilder imageDatastore(String name, String cluster) {
        steps.add(cloud -> Sites.addDatastore(cloud, name, cluster, "TYPE=IMAGE_DS\nDS_MAD=dummy\nTM_MAD=dummy"));
        return this;
    }

    /**
     * Adds an image that is ready.
     *
     * @param name its name
     * @param datastore the name of an image datastore
     * @param sizeMb its size in MiB
     * @return this builder
     */
    public SiteBuilder image(String name, String datastore, int sizeMb) {
        steps.add(cloud -> Sites.addImage(cloud, name, datastore, sizeMb));
        return this;
    }

    /**
     * Adds a host with hardware of its own, already monitored.
     *
     * @param name its name
     * @param description says what is in it
     * @return this builder
     */
    public SiteBuilder host(String name, Consumer<HostHardware> description) {
        HostHardware hardware = new HostHardware();
        description.accept(hardware);
        steps.add(cloud -> Sites.addHost(cloud, name, hardware));
        return this;
    }

    /**
     * Adds a network of the administrator that is ready.
     *
     * @param template the template of {@code one.vn.allocate}, with NAME and VN_MAD
     * @param cluster the name of its cluster
     * @return this builder
     */
    public SiteBuilder network(String template, String cluster) {
        steps.add(cloud -> Sites.addNetwork(cloud, template, cluster));
        return this;
    }

    /**
     * Adds a group and a user in it.
     *
     * @param group the name of the group, which is made when there is none
     * @param user the name of the user
     * @param secret the password of the user
     * @return this builder
     */
    public SiteBuilder user(String group, String user, String secret) {
        steps.add(cloud -> Sites.addUser(cloud, group, user, secret));
        return this;
    }

    /**
     * Adds an app, ready to be used, to the public marketplace.
     *
     * @param name its name
     * @param sizeMb the size of its image in MiB
     * @return this builder
     */
    public SiteBuilder marketplaceApp(String name, int sizeMb) {
        steps.add(cloud -> Sites.addApp(cloud, name, sizeMb));
        return this;
    }

    /**
     * Adds an app that says how its machine is made, ready to be used, to the public marketplace.
     *
     * @param name its name
     * @param sizeMb the size of its image in MiB
     * @param machine the template of its machine, with {@code CONTEXT} and {@code USER_INPUTS}, in the server's own syntax
     * @return this builder
     */
    public SiteBuilder marketplaceApp(String name, int sizeMb, String machine) {
        steps.add(cloud -> Sites.addApp(cloud, name, sizeMb, machine));
        return this;
    }

    /**
     * Adds a zone to the federation. It can be listed; nothing runs in it.
     *
     * @param name its name
     * @param endpoint where its oned would answer
     * @return this builder
     */
    public SiteBuilder zone(String name, String endpoint) {
        steps.add(cloud -> cloud.zones().create(name, endpoint));
        return this;
    }

    /**
     * Lets guests call OneGate: machines whose context asks for a TOKEN get one, see {@link
     * FakeOpenNebula#guestToken}. Without, they are refused, as by a server with the shipped configuration.
     *
     * @return this builder
     */
    public SiteBuilder oneGate() {
        this.oneGate = true;
        return this;
    }

    Time time() {
        return time;
    }

    String password() {
        return password;
    }

    boolean hasOneGate() {
        return oneGate;
    }

    List<Consumer<Cloud>> steps() {
        return steps;
    }

    /**
     * Makes the fake.
     *
     * @return a new one
     */
    public FakeOpenNebula build() {
        return new FakeOpenNebula(this);
    }
}
