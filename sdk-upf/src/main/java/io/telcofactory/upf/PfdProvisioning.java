package io.telcofactory.upf;

import com.fasterxml.jackson.databind.JsonNode;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.error.OutcomeUnknownException;
import io.telcofactory.upf.internal.http.RestAnswer;
import io.telcofactory.upf.internal.http.RestCall;
import io.telcofactory.upf.internal.http.RestClient;
import io.telcofactory.upf.internal.nef.PfdJson;
import io.telcofactory.upf.nef.PfdData;
import io.telcofactory.upf.nef.PfdManagement;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes applications known to the network by packet flow descriptions, so that {@code afAppId} of a subscription means
 * something.
 *
 * <p>Success may be partial: applications that the network did not take are in {@link PfdManagement#pfdReports()}.
 *
 * <p><b>Threads:</b> safe for concurrent use.
 *
 * <p><b>Source:</b> 3GPP TS 29.122 (PFD management, Release 17).
 *
 * @since 0.1
 */
public final class PfdProvisioning {
    private final RestClient rest;
    private final RestCollection<PfdManagement> transactions;

    PfdProvisioning(RestClient rest, URI collection) {
        this.rest = rest;
        this.transactions =
                new RestCollection<>(rest, collection, "transaction", PfdJson.TRANSACTION, PfdManagement::self);
    }

    /**
     * Reads all transactions.
     *
     * @return the transactions in the order of the answer
     */
    public List<Stored<PfdManagement>> list() {
        return transactions.list("");
    }

    /**
     * Reads the transactions about certain applications.
     *
     * @param appIds the applications, at least one
     * @return the transactions in the order of the answer
     */
    public List<Stored<PfdManagement>> list(Collection<String> appIds) {
        return transactions.list(appIds.stream()
                .map(id -> "external-app-ids=" + URLEncoder.encode(id, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", "")));
    }

    /**
     * Reads one transaction.
     *
     * @param id its id
     * @return the transaction
     * @throws NotFoundException if there is none
     */
    public Stored<PfdManagement> get(String id) {
        return transactions.get(id);
    }

    /**
     * Makes a transaction. When the answer is lost, the collection is searched for a transaction with the same
     * applications, and only if there is none the request is repeated once.
     *
     * @param transaction the applications
     * @return what the network stored; read its reports
     * @throws OutcomeUnknownException if the answer was lost again
     */
    public Stored<PfdManagement> create(PfdManagement transaction) {
        String target = "applications " + transaction.pfdDatas().keySet();
        try {
            return transactions.post(transaction, target);
        } catch (OutcomeUnknownException lost) {
            return list().stream()
                    .filter(stored -> stored.value()
                            .pfdDatas()
                            .keySet()
                            .equals(transaction.pfdDatas().keySet()))
                    .findFirst()
                    .orElseGet(() -> transactions.post(transaction, target));
        }
    }

    /**
     * Replaces a transaction.
     *
     * @param id its id
     * @param transaction the applications instead
     * @return what the network stored; read its reports
     * @throws NotFoundException if there is none
     */
    public Stored<PfdManagement> replace(String id, PfdManagement transaction) {
        return transactions.put(id, transaction);
    }

    /**
     * Changes some applications of a transaction.
     *
     * @param id its id
     * @param changes the applications that change, and where notifications go if that changes
     * @return what the network stored; read its reports
     * @throws NotFoundException if there is none
     */
    public Stored<PfdManagement> patch(String id, PfdManagement changes) {
        return transactions.patch(id, PfdJson.TRANSACTION.write(changes), RestCall.MERGE_PATCH);
    }

    /**
     * Deletes a transaction with its applications.
     *
     * @param id its id
     * @throws NotFoundException if there was none
     */
    public void delete(String id) {
        transactions.delete(id);
    }

    /**
     * Reads one application of a transaction.
     *
     * @param id the transaction
     * @param appId the application
     * @return its descriptions
     * @throws NotFoundException if there is none
     */
    public PfdData getApplication(String id, String appId) {
        return rest.run(RestCall.get(application(id, appId), "application " + appId))
                .read(PfdJson.DATA);
    }

    /**
     * Replaces one application of a transaction.
     *
     * @param id the transaction
     * @param data the application with its descriptions
     * @return what the network stored
     * @throws io.telcofactory.api.error.ConflictException if the network does not take it, for example because another party holds the id
     */
    public PfdData replaceApplication(String id, PfdData data) {
        URI resource = application(id, data.externalAppId());
        return changed(
                id, data, RestCall.put(resource, PfdJson.DATA.write(data), "application " + data.externalAppId()));
    }

    /**
     * Changes some descriptions of one application.
     *
     * @param id the transaction
     * @param changes the application with the descriptions that change
     * @return what the network stored
     * @throws io.telcofactory.api.error.ConflictException if the network does not take it
     */
    public PfdData patchApplication(String id, PfdData changes) {
        URI resource = application(id, changes.externalAppId());
        JsonNode body = PfdJson.DATA.write(changes);
        return changed(
                id,
                changes,
                RestCall.patch(resource, body, RestCall.MERGE_PATCH, "application " + changes.externalAppId()));
    }

    private PfdData changed(String id, PfdData data, RestCall call) {
        RestAnswer answer = rest.run(call);
        return answer.hasBody() ? answer.read(PfdJson.DATA) : getApplication(id, data.externalAppId());
    }

    /**
     * Deletes one application of a transaction.
     *
     * @param id the transaction
     * @param appId the application
     * @throws NotFoundException if there was none
     */
    public void deleteApplication(String id, String appId) {
        RestCollection.delete(rest, RestCall.delete(application(id, appId), "application " + appId));
    }

    private URI application(String id, String appId) {
        return Paths.of(transactions.resource(id), "applications", appId);
    }
}
