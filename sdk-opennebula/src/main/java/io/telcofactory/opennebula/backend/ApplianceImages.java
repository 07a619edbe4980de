package io.telcofactory.opennebula.backend;

import io.telcofactory.api.error.CapacityException;
import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.error.ProtocolException;
import io.telcofactory.api.service.Appliance;
import io.telcofactory.opennebula.backend.read.Pools;
import io.telcofactory.opennebula.backend.render.AppContents;
import io.telcofactory.opennebula.model.Datastore;
import io.telcofactory.opennebula.model.Image;
import io.telcofactory.opennebula.model.ImageState;
import io.telcofactory.opennebula.model.MarketplaceApp;
import io.telcofactory.opennebula.model.Permissions;
import java.util.List;
import java.util.Optional;

/**
 * Fetches the images of appliances, each once for all services of a factory. An image stays when the services go: it may be gigabytes, and
 * the next service wants it again.
 */
final class ApplianceImages {
    private static final String ALLOCATE = "one.image.allocate";
    private static final Permissions USABLE_BY_ALL = Permissions.ofOctal("644");

    private final Job job;
    private final Pools pools;
    private final Steps steps;

    ApplianceImages(Job job, Pools pools, Steps steps) {
        this.job = job;
        this.pools = pools;
        this.steps = steps;
    }

    /** The name of the image; of images, tenants have none that the SDK made. */
    static String name(String factory, String app) {
        return prefix(factory) + app;
    }

    /** How the names of all such images begin. */
    static String prefix(String factory) {
        return factory + ".appliance.";
    }

    /** The app that an appliance means, or empty if it left the marketplaces. */
    Optional<AppContents> app(Appliance appliance) {
        List<MarketplaceApp> found = pools.apps().stream()
                .filter(app -> app.name().equals(appliance.name()))
                .filter(app ->
                        appliance.marketplace().map(app.marketplace()::equals).orElse(true))
                .toList();
        if (found.size() > 1) {
            throw new InvalidRequestException(
                    context("one.marketapppool.info"),
                    "Appliance '" + appliance.name() + "' means several apps, "
                            + found.stream().map(MarketplaceApp::id).toList() + "; name the marketplace");
        }
        return found.stream().findFirst().map(AppContents::of);
    }

    /** The id of the image, which is fetched if it is not there. */
    int ensure(Appliance appliance) {
        String name = name(job.stamps().scope().factory(), appliance.name());
        Image image = steps.make(ALLOCATE, () -> find(name), () -> fetch(appliance, name));
        job.patience()
                .await(
                        "the image of appliance '" + appliance.name() + "'",
                        () -> {
                            pools.changedBy("one.image.");
                            return find(name).filter(this::fetched);
                        },
                        () -> find(name).map(found -> found.state().name()).orElse("missing"));
        steps.until(
                "one.image.chmod",
                () -> find(name)
                        .filter(found -> found.permissions().equals(USABLE_BY_ALL))
                        .isPresent(),
                () -> job.one().images().chmod(image.id(), USABLE_BY_ALL));
        return image.id();
    }

    private void fetch(Appliance appliance, String name) {
        AppContents app = app(appliance)
                .orElseThrow(() -> new NotFoundException(
                        context(ALLOCATE),
                        "Appliance '" + appliance.name() + "' is in no marketplace; correct its name"));
        Datastore datastore = datastore();
        try {
            job.one().images().create(app.image(name), datastore.id(), false);
        } catch (CapacityException e) {
            throw new CapacityException(
                    context(ALLOCATE),
                    "The image of appliance '" + appliance.name() + "' of " + app.sizeMb()
                            + " MiB does not fit into image datastore " + datastore.id() + " '" + datastore.name()
                            + "', of which " + datastore.freeMb()
                            + " MiB are free; free some, or name another one by imageDatastore in the site document",
                    e);
        }
    }

    private boolean fetched(Image image) {
        if (image.state() == ImageState.ERROR) {
            throw new ProtocolException(
                    context(ALLOCATE),
                    "The server could not fetch image " + image.id() + " '" + image.name() + "': "
                            + image.attribute("ERROR").orElse("no reason given")
                            + "; see whether it reaches the marketplace, delete the image and apply again");
        }
        return image.state() == ImageState.READY || image.state() == ImageState.USED;
    }

    private Optional<Image> find(String name) {
        return pools.images(name).stream()
                .filter(image -> image.userId() == job.stamps().userId())
                .findFirst();
    }

    private Datastore datastore() {
        return new SiteParts(pools, job.site())
                .imageDatastore()
                .orElseThrow(() -> new NotFoundException(
                        context("one.datastorepool.info"),
                        "Site '" + job.site().name() + "' has no image datastore "
                                + job.site().imageDatastore().orElse("that is enabled") + " for images of appliances;"
                                + " name one by imageDatastore in the site document"));
    }

    private static ErrorContext context(String call) {
        return ErrorContext.of(OpenNebulaBackend.NAME, call, "");
    }
}
