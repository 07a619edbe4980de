package io.telcofactory.benchmarks.client;

import io.telcofactory.api.spi.HttpAnswer;
import io.telcofactory.opennebula.ClientSettings;
import io.telcofactory.opennebula.Credentials;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.model.Nic;
import io.telcofactory.opennebula.model.Vm;
import io.telcofactory.opennebula.transport.RpcAnswer;
import io.telcofactory.opennebula.transport.RpcRequest;
import io.telcofactory.opennebula.transport.XmlRpcTransport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** The ways to read a pool that are compared. */
public final class PoolReading {
    private static final URI ENDPOINT = URI.create("http://frontend:2633/RPC2");
    private static final Credentials NOBODY = Credentials.of("nobody", "secret");

    private PoolReading() {}

    /** What is kept of a VM when only these three are of interest. */
    public record Kept(int id, String name, String state) {}

    /**
     * Reads id, name, state, host, every NIC's address and three metrics of each VM through the typed client.
     *
     * @param wire the answer as it comes over the wire
     * @return a checksum
     */
    public static long typed(byte[] wire) {
        try (OpenNebula one = client(wire);
                Stream<Vm> vms = one.vms().listFull()) {
            return vms.mapToLong(PoolReading::checksum).sum();
        }
    }

    /**
     * Keeps three facts of each VM.
     *
     * @param wire the answer as it comes over the wire
     * @return in the order of the pool
     */
    public static List<Kept> kept(byte[] wire) {
        try (OpenNebula one = client(wire);
                Stream<Vm> vms = one.vms().listFull()) {
            return vms.map(vm -> new Kept(vm.id(), vm.name(), vm.stateName())).toList();
        }
    }

    /**
     * Reads name and state of all VMs of a server.
     *
     * @param endpoint where the pool is
     * @return a checksum
     */
    public static long names(URI endpoint) {
        try (OpenNebula one = OpenNebula.connect(endpoint, NOBODY, ClientSettings.defaults());
                Stream<Vm> vms = one.vms().list()) {
            return vms.mapToLong(vm -> vm.name().length() + vm.stateName().length())
                    .sum();
        }
    }

    /**
     * Makes a client that gets one answer.
     *
     * @param wire the answer as it comes over the wire
     * @return a client without sockets
     */
    public static OpenNebula client(byte[] wire) {
        ClientSettings settings = ClientSettings.builder()
                .transport(call -> new HttpAnswer(200, Map.of(), new ByteArrayInputStream(wire)))
                .build();
        return OpenNebula.connect(ENDPOINT, NOBODY, settings);
    }

    /**
     * Reads what the typed comparison asks of a VM.
     *
     * @param vm the VM
     * @return a checksum
     */
    public static long checksum(Vm vm) {
        long sum = vm.id();
        sum += vm.name().length();
        sum += vm.state().code();
        sum += vm.hostId().orElse(0);
        for (Nic nic : vm.nics()) {
            sum += nic.ip().map(String::length).orElse(0);
        }
        var monitoring = vm.monitoring();
        return sum
                + (long) monitoring.cpuPercent().orElse(0)
                + monitoring.memoryKb().orElse(0)
                + monitoring.sentBytes().orElse(0);
    }

    /**
     * Scans a document with the JDK's StAX parser and looks at nothing.
     *
     * @param document already unescaped
     * @return how many elements there are
     * @throws XMLStreamException if it isn't well formed
     */
    public static long stax(byte[] document) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(document), "UTF-8");
        long elements = 0;
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT) {
                elements++;
            }
        }
        reader.close();
        return elements;
    }

    /**
     * Builds a DOM from the answer, fed by our own unescaper.
     *
     * @param wire the answer as it comes over the wire
     * @return the document
     */
    public static Document dom(byte[] wire) {
        try (XmlRpcTransport transport = new XmlRpcTransport(
                        List.of(ENDPOINT), call -> new HttpAnswer(200, Map.of(), new ByteArrayInputStream(wire)));
                RpcAnswer answer = transport.call(
                        new RpcRequest("one.vmpool.infoextended", NOBODY, List.of(), Duration.ofMinutes(1)))) {
            if (!(answer instanceof RpcAnswer.Text text)) {
                throw new IllegalStateException("The answer is no text");
            }
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, false);
            return factory.newDocumentBuilder().parse(text.utf8());
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
