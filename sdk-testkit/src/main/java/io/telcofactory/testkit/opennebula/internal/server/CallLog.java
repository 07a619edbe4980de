package io.telcofactory.testkit.opennebula.internal.server;

import io.telcofactory.testkit.opennebula.CallRecord;
import java.util.ArrayList;
import java.util.List;

/** What was called, up to a bound so that a benchmark does not fill the memory. */
public final class CallLog {

    private static final int LIMIT = 100_000;

    private final List<CallRecord> calls = new ArrayList<>();

    public void add(String method, String user, List<Object> arguments, String outcome) {
        if (calls.size() < LIMIT) {
            boolean secret = method.equals("one.user.login")
                    || method.equals("one.user.allocate")
                    || method.equals("one.user.passwd")
                    || method.equals("one.user.chauth");
            calls.add(new CallRecord(method, user, secret ? arguments.subList(0, 1) : arguments, outcome));
        }
    }

    public List<CallRecord> calls() {
        return List.copyOf(calls);
    }

    public void clear() {
        calls.clear();
    }
}
