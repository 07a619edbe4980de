package io.telcofactory.opennebula;

import io.telcofactory.opennebula.model.AccountingRecord;
import io.telcofactory.opennebula.model.AclEntry;
import io.telcofactory.opennebula.model.BackupJob;
import io.telcofactory.opennebula.model.Cluster;
import io.telcofactory.opennebula.model.Datastore;
import io.telcofactory.opennebula.model.Document;
import io.telcofactory.opennebula.model.Group;
import io.telcofactory.opennebula.model.Hook;
import io.telcofactory.opennebula.model.HookExecution;
import io.telcofactory.opennebula.model.Host;
import io.telcofactory.opennebula.model.HostSample;
import io.telcofactory.opennebula.model.Image;
import io.telcofactory.opennebula.model.Marketplace;
import io.telcofactory.opennebula.model.MarketplaceApp;
import io.telcofactory.opennebula.model.Network;
import io.telcofactory.opennebula.model.NetworkTemplate;
import io.telcofactory.opennebula.model.Quotas;
import io.telcofactory.opennebula.model.RaftStatus;
import io.telcofactory.opennebula.model.SecurityGroup;
import io.telcofactory.opennebula.model.ShowbackRecord;
import io.telcofactory.opennebula.model.User;
import io.telcofactory.opennebula.model.Vdc;
import io.telcofactory.opennebula.model.VirtualRouter;
import io.telcofactory.opennebula.model.Vm;
import io.telcofactory.opennebula.model.VmGroup;
import io.telcofactory.opennebula.model.VmSample;
import io.telcofactory.opennebula.model.VmTemplate;
import io.telcofactory.opennebula.model.Zone;
import io.telcofactory.opennebula.xml.XmlNode;
import java.util.Map;
import java.util.function.Function;

/** Which class looks at which objects; a table instead of reflection, so that native images need no more than the proxies. */
final class Views {
    private static final Map<Class<?>, Function<XmlNode, ?>> FACTORIES = Map.ofEntries(
            Map.entry(AccountingRecord.class, AccountingRecord::new),
            Map.entry(AclEntry.class, AclEntry::new),
            Map.entry(BackupJob.class, BackupJob::new),
            Map.entry(Cluster.class, Cluster::new),
            Map.entry(Datastore.class, Datastore::new),
            Map.entry(Document.class, Document::new),
            Map.entry(Group.class, Group::new),
            Map.entry(Hook.class, Hook::new),
            Map.entry(HookExecution.class, HookExecution::new),
            Map.entry(Host.class, Host::new),
            Map.entry(HostSample.class, HostSample::new),
            Map.entry(Image.class, Image::new),
            Map.entry(Marketplace.class, Marketplace::new),
            Map.entry(MarketplaceApp.class, MarketplaceApp::new),
            Map.entry(Network.class, Network::new),
            Map.entry(NetworkTemplate.class, NetworkTemplate::new),
            Map.entry(Quotas.class, Quotas::new),
            Map.entry(RaftStatus.class, RaftStatus::new),
            Map.entry(SecurityGroup.class, SecurityGroup::new),
            Map.entry(ShowbackRecord.class, ShowbackRecord::new),
            Map.entry(User.class, User::new),
            Map.entry(Vdc.class, Vdc::new),
            Map.entry(VirtualRouter.class, VirtualRouter::new),
            Map.entry(Vm.class, Vm::new),
            Map.entry(VmGroup.class, VmGroup::new),
            Map.entry(VmSample.class, VmSample::new),
            Map.entry(VmTemplate.class, VmTemplate::new),
            Map.entry(Zone.class, Zone::new));

    private Views() {}

    static Function<XmlNode, ?> of(Class<?> view) {
        Function<XmlNode, ?> factory = FACTORIES.get(view);
        if (factory == null) {
            throw new IllegalStateException("There is no factory of " + view);
        }
        return factory;
    }
}
