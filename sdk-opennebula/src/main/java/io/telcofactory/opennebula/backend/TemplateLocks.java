package io.telcofactory.opennebula.backend;

import io.telcofactory.api.error.ConflictException;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.error.OutcomeUnknownException;
import io.telcofactory.api.spi.LockStore;
import io.telcofactory.opennebula.OpenNebula;
import io.telcofactory.opennebula.model.IdRange;
import io.telcofactory.opennebula.model.OneTemplate;
import io.telcofactory.opennebula.model.PoolFilter;
import io.telcofactory.opennebula.model.UpdateMode;
import io.telcofactory.opennebula.model.VmTemplate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps locks as VM templates: that pool refuses two of one name and owner, and never gives an id twice. The server's own locks would not
 * do, since all appliers of a factory are one user to it.
 */
final class TemplateLocks implements LockStore {
    private static final String PREFIX = "telcofactory-lock.";
    private static final String HOLDER = "TELCOFACTORY_HOLDER";
    private static final String NONCE = "TELCOFACTORY_NONCE";

    private final OpenNebula one;

    TemplateLocks(OpenNebula one) {
        this.one = one;
    }

    @Override
    public Map<String, Held> list(String prefix) {
        try (Stream<VmTemplate> mine = one.templates().list(PoolFilter.MINE, IdRange.ALL)) {
            return mine.filter(template -> template.name().startsWith(PREFIX + prefix))
                    .collect(Collectors.toMap(
                            template -> template.name().substring(PREFIX.length()), TemplateLocks::held));
        }
    }

    @Override
    public Optional<Held> create(String name, String holder, String nonce) {
        OneTemplate template = OneTemplate.builder()
                .set("NAME", PREFIX + name)
                .set(HOLDER, holder)
                .set(NONCE, nonce)
                .build();
        try {
            int id = one.templates().create(template);
            return Optional.of(new Held(Integer.toString(id), holder, nonce));
        } catch (ConflictException taken) {
            return Optional.empty();
        } catch (OutcomeUnknownException lost) {
            return find(name)
                    .filter(held -> held.holder().equals(holder) && held.nonce().equals(nonce));
        }
    }

    @Override
    public Optional<Held> find(String name) {
        try (Stream<VmTemplate> mine = one.templates().list(PoolFilter.MINE, IdRange.ALL)) {
            return mine.filter(template -> template.name().equals(PREFIX + name))
                    .findFirst()
                    .map(TemplateLocks::held);
        }
    }

    @Override
    public boolean renew(String id, String nonce) {
        try {
            one.templates()
                    .update(
                            Integer.parseInt(id),
                            OneTemplate.builder().set(NONCE, nonce).build(),
                            UpdateMode.MERGE);
            return true;
        } catch (NotFoundException gone) {
            return false;
        }
    }

    @Override
    public boolean delete(String id) {
        try {
            one.templates().delete(Integer.parseInt(id));
            return true;
        } catch (NotFoundException gone) {
            return false;
        }
    }

    private static Held held(VmTemplate template) {
        return new Held(
                Integer.toString(template.id()),
                template.attribute(HOLDER).orElse("an unknown applier"),
                template.attribute(NONCE).orElse(""));
    }
}
