package io.telcofactory.opennebula.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telcofactory.opennebula.xml.MalformedXmlException;
import io.telcofactory.opennebula.xml.XmlReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotaLimitsTest {

    @Test
    void toTemplate_limitsOfEveryKind_areOneVectorEach() {
        QuotaLimits limits = QuotaLimits.builder()
                .vms(vm -> vm.count(10).cpu(2.5).memoryMb(65_536).pciDevices(2))
                .vms(List.of(100, 0), vm -> vm.limit("RUNNING_CPU", Quotas.UNLIMITED))
                .datastore(1, 20_480, 5)
                .network(3, 50)
                .image(4, 2)
                .build();
        assertThat(limits.toTemplate().toXml())
                .isEqualTo(
                        "<TEMPLATE><VM><VMS>10</VMS><CPU>2.5</CPU><MEMORY>65536</MEMORY><PCI_DEV>2</PCI_DEV></VM>"
                                + "<VM><CLUSTER_IDS>0,100</CLUSTER_IDS><RUNNING_CPU>-2</RUNNING_CPU></VM>"
                                + "<DATASTORE><ID>1</ID><SIZE>20480</SIZE><IMAGES>5</IMAGES></DATASTORE>"
                                + "<NETWORK><ID>3</ID><LEASES>50</LEASES></NETWORK><IMAGE><ID>4</ID><RVMS>2</RVMS></IMAGE></TEMPLATE>");
    }

    @Test
    void keeping_oneLimitChanged_repeatsTheOthers() throws MalformedXmlException {
        Quotas current = new Quotas(XmlReader.parse("<GROUP><ID>100</ID><VM_QUOTA><VM><CLUSTER_IDS></CLUSTER_IDS>"
                + "<CPU>40</CPU><CPU_USED>3</CPU_USED><VMS>10</VMS><VMS_USED>1</VMS_USED></VM></VM_QUOTA>"
                + "<NETWORK_QUOTA><NETWORK><ID>3</ID><LEASES>50</LEASES><LEASES_USED>1</LEASES_USED></NETWORK></NETWORK_QUOTA>"
                + "</GROUP>"));
        QuotaLimits limits =
                QuotaLimits.keeping(current).vms(vm -> vm.count(11)).build();
        assertThat(limits.toTemplate().toXml())
                .isEqualTo("<TEMPLATE><VM><CPU>40</CPU><VMS>11</VMS></VM>"
                        + "<NETWORK><ID>3</ID><LEASES>50</LEASES></NETWORK></TEMPLATE>");
    }

    @Test
    void limit_thatIsNone_isRefused() {
        assertThatThrownBy(() -> QuotaLimits.builder().vms(vm -> vm.count(-3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("VMS");
        assertThatThrownBy(() -> QuotaLimits.builder().vms(vm -> vm.cpu(Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
