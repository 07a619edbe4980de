package io.telcofactory.testkit.opennebula.internal.server;

import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.oned.Cloud;
import io.telcofactory.testkit.opennebula.internal.oned.HookMessages;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.ErrorCode;
import io.telcofactory.testkit.opennebula.internal.rpc.Introspection;
import io.telcofactory.testkit.opennebula.internal.rpc.KnownMethods;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable.Method;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.rpc.RpcFault;
import io.telcofactory.testkit.opennebula.internal.rpc.Unsupported;
import io.telcofactory.testkit.opennebula.internal.rpc.XmlRpcAnswer;
import io.telcofactory.testkit.opennebula.internal.rpc.XmlRpcRequest;
import java.util.List;

/** Serves the calls of oned: decodes, authenticates, dispatches, and tells the recorder what came of it. */
public final class RpcServer {

    private final Cloud cloud;
    private final CallLog log;

    public RpcServer(Cloud cloud, CallLog log) {
        this.cloud = cloud;
        this.log = log;
    }

    /** Answers one request body. */
    public byte[] answer(byte[] body) {
        try {
            XmlRpcRequest request = XmlRpcRequest.parse(body);
            return call(request.method(), request.params());
        } catch (RpcFault fault) {
            return XmlRpcAnswer.fault(fault);
        }
    }

    private byte[] call(String name, List<Object> params) {
        byte[] ofLibrary = Introspection.answer(name, params, this::guarded);
        return ofLibrary != null ? ofLibrary : callMethod(name, params);
    }

    private byte[] guarded(String name, List<Object> params) {
        try {
            return call(name, params);
        } catch (RpcFault fault) {
            return XmlRpcAnswer.fault(fault);
        }
    }

    private byte[] callMethod(String name, List<Object> params) {
        String user = params.isEmpty() || !(params.get(0) instanceof String text) ? "" : userOf(text);
        List<Object> rest = params.isEmpty() ? List.of() : params.subList(1, params.size());
        try {
            Object body = invoke(name, params);
            log.add(name, user, rest, "ok");
            return XmlRpcAnswer.ok(body);
        } catch (OneError refused) {
            log.add(name, user, rest, "error " + refused.code().code() + ": " + refused.text());
            return XmlRpcAnswer.error(refused, name);
        } catch (Unsupported unsupported) {
            log.add(name, user, rest, "unsupported");
            throw new RpcFault(RpcFault.NO_SUCH_METHOD, unsupported.text());
        } catch (RpcFault fault) {
            log.add(name, user, rest, "fault " + fault.code() + ": " + fault.text());
            throw fault;
        }
    }

    /** Runs a method and returns its body: a text or a number. */
    public Object invoke(String name, List<Object> params) {
        cloud.countRequest();
        Method method = cloud.methods().find(name);
        if (method == null) {
            throw KnownMethods.isKnown(name)
                    ? new RpcFault(RpcFault.NO_SUCH_METHOD, new Unsupported(name).text())
                    : new RpcFault(RpcFault.NO_SUCH_METHOD, "Method '" + name + "' not defined");
        }
        if (params.isEmpty()) {
            throw new RpcFault(
                    RpcFault.INTERNAL,
                    "Unexpected error executing code for particular method, detected by Xmlrpc-c method registry code."
                            + "  Method did not fail; rather, it did not complete at all.  Subscript of"
                            + " xmlrpc_c::paramList out of bounds");
        }
        String credentials = params.get(0) instanceof String text ? text : "";
        Args args = method.check(params.subList(1, params.size()));
        Session session = cloud.users().authenticate(credentials);
        if (session == null) {
            throw new OneError(ErrorCode.AUTHENTICATION, "User couldn't be authenticated, aborting call.");
        }
        List<Object> rest = params.subList(1, params.size());
        String deleted = name.endsWith(".delete") ? document(name, rest.get(0)) : "";
        try {
            Object body = method.handler().handle(session, args);
            String extra = name.endsWith(".allocate") ? document(name, body) : deleted;
            cloud.stream().called(new HookMessages.Call(name, rest, body, 0, -1, extra));
            return body;
        } catch (OneError refused) {
            String text = "[" + name + "] " + refused.text();
            int code = refused.code().code();
            cloud.stream().called(new HookMessages.Call(name, rest, text, code, refused.objectId(), deleted));
            throw refused;
        }
    }

    /** The document of the object that a call makes or deletes; only the event stream needs it. */
    private String document(String method, Object id) {
        return cloud.stream().isHeard() && id instanceof Integer number ? cloud.document(method, number) : "";
    }

    private static String userOf(String credentials) {
        int colon = credentials.indexOf(':');
        return colon < 0 ? credentials : credentials.substring(0, colon);
    }
}
