package io.telcofactory.opennebula.backend;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Sites behind loopback ports, which are closed when a test and what it cleans up are done. */
final class HttpSites implements AfterEachCallback {
    private final List<FakeSite> opened = new ArrayList<>();

    FakeSite open() {
        FakeSite site = FakeSite.overHttp();
        opened.add(site);
        return site;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        opened.forEach(FakeSite::close);
        opened.clear();
    }
}
