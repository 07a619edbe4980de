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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps locks as VM templates: that pool refuses two of one name and owner, and never gives an id twice. It looks for the name and makes
 * the template in two steps, though, so that several who do it at the same instant may all be served: the oldest has the lock, and the
 * others take theirs away. The server's own locks would not do, since all appliers of a factory are one user to it.
 */
final class TemplateLocks implements LockStore {
    private static final String PREFIX = "telcofactory-lock.";
    private static final String HOLDER = "TELCOFACTORY_HOLDER";
    private static final String NONCE = "TELCOFACTORY_NONCE";
    private static final Comparator<Held> BY_AGE = Comparator.comparingInt(held -> Integer.parseInt(held.id()));

    /** More templates than a server makes between its look for a name and the making. */
    private static final int AT_ONCE = 1000;

    private final OpenNebula one;

    TemplateLocks(OpenNebula one) {
        this.one = one;
    }

    @Override
    public Map<String, Held> list(String prefix) {
        try (Stream<VmTemplate> mine = mine(IdRange.ALL)) {
            return mine.filter(template -> template.name().startsWith(PREFIX + prefix))
                    .collect(Collectors.toMap(
                            template -> template.name().substring(PREFIX.length()),
                            TemplateLocks::held,
                            BinaryOperator.minBy(BY_AGE)));
        }
    }

    @Override
    public Optional<Held> create(String name, String holder, String nonce) {
        OneTemplate template = OneTemplate.builder()
                .set("NAME", PREFIX + name)
                .set(HOLDER, holder)
                .set(NONCE, nonce)
                .build();
        Predicate<Held> ours =
                held -> held.holder().equals(holder) && held.nonce().equals(nonce);
        try {
            int id = one.templates().create(template);
            return granted(name, IdRange.ids(Math.max(0, id - AT_ONCE), id), ours);
        } catch (ConflictException taken) {
            return Optional.empty();
        } catch (OutcomeUnknownException lost) {
            return granted(name, IdRange.ALL, ours);
        }
    }

    private Optional<Held> granted(String name, IdRange where, Predicate<Held> ours) {
        List<Held> all = all(name, where);
        Optional<Held> granted = all.stream().findFirst().filter(ours);
        all.stream()
                .filter(ours)
                .filter(held -> !granted.equals(Optional.of(held)))
                .forEach(held -> delete(held.id()));
        return granted;
    }

    @Override
    public Optional<Held> find(String name) {
        return all(name, IdRange.ALL).stream().findFirst();
    }

    /** All of one name, the oldest first. */
    private List<Held> all(String name, IdRange where) {
        try (Stream<VmTemplate> mine = mine(where)) {
            return mine.filter(template -> template.name().equals(PREFIX + name))
                    .map(TemplateLocks::held)
                    .sorted(BY_AGE)
                    .toList();
        }
    }

    private Stream<VmTemplate> mine(IdRange where) {
        return one.templates().list(PoolFilter.MINE, where);
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
