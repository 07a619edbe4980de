package io.telcofactory.opennebula;

import io.telcofactory.opennebula.model.Document;
import io.telcofactory.opennebula.model.IdRange;
import io.telcofactory.opennebula.model.LockLevel;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.Permissions;
import io.telcofactory.opennebula.model.PoolFilter;
import io.telcofactory.opennebula.model.UpdateMode;
import java.util.stream.Stream;

/**
 * Calls on documents. Names may repeat.
 *
 * @since 0.1
 */
public interface Documents extends OneResource<Document> {

    /**
     * Makes a document.
     *
     * @param document attributes
     * @param kind the type; 100 for OneFlow services, own ones from 1000
     * @return its id
     */
    @Rpc("one.document.allocate")
    int create(OneTemplate document, int kind);

    /**
     * Deletes the document.
     *
     * @param id the object
     */
    @Rpc(value = "one.document.delete", idempotent = true)
    void delete(@Target int id);

    /**
     * Changes attributes.
     *
     * @param id the object
     * @param template its attributes
     * @param mode what happens to attributes that are not named
     */
    @Rpc(value = "one.document.update", idempotent = true)
    void update(@Target int id, OneTemplate template, UpdateMode mode);

    /**
     * Renames the document.
     *
     * @param id the object
     * @param name the new name
     */
    @Rpc("one.document.rename")
    void rename(@Target int id, String name);

    /**
     * Sets who may do what.
     *
     * @param id the object
     * @param permissions who may do what
     */
    @Rpc(value = "one.document.chmod", idempotent = true)
    void chmod(@Target int id, Permissions permissions);

    /**
     * Changes owner and group.
     *
     * @param id the object
     * @param userId the new owner; -1 keeps
     * @param groupId the new group; -1 keeps
     */
    @Rpc(value = "one.document.chown", idempotent = true)
    void chown(@Target int id, int userId, int groupId);

    /**
     * Locks the document, for its owner and administrators too.
     *
     * @param id the object
     * @param level what is refused
     * @param onlyIfFree fails on a locked object instead of taking the lock over
     */
    @Rpc(value = "one.document.lock", idempotent = true)
    void lock(@Target int id, LockLevel level, boolean onlyIfFree);

    /**
     * Takes the lock off.
     *
     * @param id the object
     */
    @Rpc(value = "one.document.unlock", idempotent = true)
    void unlock(@Target int id);

    /**
     * Copies the document; the server asks for no right on it.
     *
     * @param id the object
     * @param name the new name
     * @return id of the copy
     */
    @Rpc("one.document.clone")
    int clone(@Target int id, String name);

    /**
     * Reads the document.
     *
     * @param id the object
     * @param decrypt shows encrypted attributes in clear; heeded for administrators only
     * @return the object as it is now
     */
    @Rpc(value = "one.document.info", idempotent = true)
    Document get(@Target int id, boolean decrypt);

    /**
     * Reads documents one by one from the socket; close the stream to end early.
     *
     * @param filter whose objects
     * @param range which part
     * @param kind the type; 100 for OneFlow services, own ones from 1000
     * @return to be closed
     */
    @Rpc(value = "one.documentpool.info", idempotent = true)
    Stream<Document> list(PoolFilter filter, IdRange range, int kind);

    @Override
    default Document get(int id) {
        return get(id, false);
    }

    /**
     * Reads all documents of a type that the caller may see.
     *
     * @param kind the type
     * @return to be closed
     */
    default Stream<Document> list(int kind) {
        return list(PoolFilter.ALL, IdRange.ALL, kind);
    }
}
