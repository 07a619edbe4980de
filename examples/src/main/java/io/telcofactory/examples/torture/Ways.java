package io.telcofactory.examples.torture;

import io.telcofactory.api.spi.HttpTransport;
import java.net.URI;
import java.util.function.UnaryOperator;

/**
 * How a process gets to the servers.
 *
 * @param oned address of OpenNebula
 * @param flow address of OneFlow
 * @param nef root of the NEF
 * @param toCloud carries calls to both of OpenNebula
 * @param toNef carries calls to the NEF
 */
record Ways(URI oned, URI flow, URI nef, HttpTransport toCloud, HttpTransport toNef) {

    Ways through(UnaryOperator<HttpTransport> wrapper) {
        return new Ways(oned, flow, nef, wrapper.apply(toCloud), wrapper.apply(toNef));
    }
}
