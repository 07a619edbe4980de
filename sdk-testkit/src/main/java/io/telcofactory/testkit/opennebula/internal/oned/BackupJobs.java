package io.telcofactory.testkit.opennebula.internal.oned;

import io.telcofactory.testkit.opennebula.internal.access.Kind;
import io.telcofactory.testkit.opennebula.internal.access.Right;
import io.telcofactory.testkit.opennebula.internal.access.Session;
import io.telcofactory.testkit.opennebula.internal.rpc.Args;
import io.telcofactory.testkit.opennebula.internal.rpc.MethodTable;
import io.telcofactory.testkit.opennebula.internal.rpc.OneError;
import io.telcofactory.testkit.opennebula.internal.template.Attribute.Vector;
import io.telcofactory.testkit.opennebula.internal.template.Numbers;
import io.telcofactory.testkit.opennebula.internal.template.Template;
import io.telcofactory.testkit.opennebula.internal.template.Xml;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Backup jobs: kept, checked and scheduled. Machines are only marked as due, since there are no backup datastores. */
final class BackupJobs extends OwnedResource<BackupJobs.BackupJob> {

    /** A backup job. */
    static final class BackupJob extends OwnedObject {

        private final TreeSet<Integer> outdated = new TreeSet<>();
        private int priority = 50;
        private long lastRun;

        BackupJob(Cloud cloud, int id, String name, Session creator) {
            super(cloud, Kind.BACKUPJOB, id, name, creator);
        }

        @Override
        public void writeTo(Xml xml) {
            xml.open("BACKUPJOB");
            writeOwner(xml);
            xml.text("NAME", name());
            writeLock(xml);
            permissions().writeTo(xml);
            xml.text("PRIORITY", priority).text("LAST_BACKUP_TIME", lastRun).text("LAST_BACKUP_DURATION", 0);
            xml.open("SCHED_ACTIONS");
            cloud().scheduledActions().of(Kind.BACKUPJOB, id()).forEach(action -> xml.text("ID", action.id()));
            xml.close("SCHED_ACTIONS");
            xml.ids("UPDATED_VMS", Set.of()).ids("OUTDATED_VMS", outdated);
            xml.ids("BACKING_UP_VMS", Set.of()).ids("ERROR_VMS", Set.of());
            xml.open("TEMPLATE");
            template().writeAttributes(xml);
            cloud().scheduledActions().of(Kind.BACKUPJOB, id()).forEach(action -> action.writeTo(xml));
            xml.close("TEMPLATE").close("BACKUPJOB");
        }
    }

    private static final int HIGHEST = 99;
    private static final int HIGHEST_OF_USERS = 50;

    BackupJobs(Cloud cloud) {
        super(cloud, Kind.BACKUPJOB);
    }

    @Override
    void register(MethodTable table) {
        registerOwned(table);
        registerLocks(table);
        registerPool(table);
        table.add("one.backupjob.allocate", "s", this::allocate);
        table.add("one.backupjob.delete", "i", this::delete);
        table.add("one.backupjob.priority", "ii", this::priority);
        table.add("one.backupjob.backup", "i", this::backup);
        table.add("one.backupjob.cancel", "i", this::cancel);
        table.add("one.backupjob.retry", "i", this::cancel);
        table.add("one.backupjob.schedadd", "is", this::addAction);
        table.add("one.backupjob.schedupdate", "iis", this::updateAction);
        table.add("one.backupjob.scheddelete", "ii", this::deleteAction);
    }

    private Object allocate(Session session, Args args) {
        Template content = parse(args.text(0), "");
        auth(session).create(kind).check();
        int priority = content.number("PRIORITY", HIGHEST_OF_USERS);
        if (priority < 0 || priority > HIGHEST) {
            throw OneError.internal("Wrong priority value");
        }
        if (priority > HIGHEST_OF_USERS && !session.isAdmin()) {
            throw Auth.refused(session, "");
        }
        String name = content.text("NAME");
        checkName(name, session.uid());
        BackupJob job = new BackupJob(cloud, pool.nextId(), name, session);
        job.priority = priority;
        content.remove("NAME");
        content.remove("PRIORITY");
        List<Vector> actions = content.vectors("SCHED_ACTION");
        content.remove("SCHED_ACTION");
        job.template().merge(content);
        normalise(job.template());
        pool.add(job);
        try {
            actions.forEach(action -> cloud.scheduledActions().add(kind, job.id(), action, 0));
        } catch (OneError refused) {
            forget(job);
            throw OneError.internal(refused.text());
        }
        return job.id();
    }

    /** Fills in what was left out, and drops values that do not exist. */
    private static void normalise(Template template) {
        template.set("KEEP_LAST", Math.max(0, template.number("KEEP_LAST", 0)));
        template.set("BACKUP_VOLATILE", template.yes("BACKUP_VOLATILE") ? "YES" : "NO");
        choice(template, "FS_FREEZE", "NONE", Set.of("NONE", "AGENT", "SUSPEND"));
        choice(template, "MODE", "FULL", Set.of("FULL", "INCREMENT"));
        choice(template, "EXECUTION", "SEQUENTIAL", Set.of("SEQUENTIAL", "PARALLEL"));
        if (template.text("MODE").equals("INCREMENT")) {
            choice(template, "INCREMENT_MODE", "CBT", Set.of("CBT", "SNAPSHOT"));
        }
        template.set("BACKUP_VMS", VmNics.join(machines(template)));
    }

    private static void choice(Template template, String name, String otherwise, Set<String> values) {
        String value = template.text(name).toUpperCase(Locale.ROOT);
        template.set(name, values.contains(value) ? value : otherwise);
    }

    private static Set<Integer> machines(Template template) {
        Set<Integer> ids = new TreeSet<>();
        for (String id : template.text("BACKUP_VMS").split(",")) {
            if (Numbers.isInteger(id.strip())) {
                ids.add(Numbers.integer(id.strip(), -1));
            }
        }
        return ids;
    }

    @Override
    void update(BackupJob job, Template change, boolean append) {
        change.remove("SCHED_ACTION");
        super.update(job, change, append);
        normalise(job.template());
    }

    private Object delete(Session session, Args args) {
        BackupJob job = get(session, args.number(0), Right.MANAGE);
        forget(job);
        return job.id();
    }

    private void forget(BackupJob job) {
        cloud.scheduledActions().forget(kind, job.id());
        pool.remove(job.id());
    }

    private Object priority(Session session, Args args) {
        int priority = args.number(1);
        if (priority < 0 || priority > HIGHEST) {
            throw OneError.action("Wrong priority value");
        }
        BackupJob job = get(session, args.number(0), priority > HIGHEST_OF_USERS ? Right.ADMIN : Right.MANAGE);
        job.priority = priority;
        return job.id();
    }

    private Object backup(Session session, Args args) {
        BackupJob job = get(session, args.number(0), Right.MANAGE);
        run(job);
        return job.id();
    }

    /** Runs the job of a scheduled action. */
    void run(ScheduledAction action) {
        run(get(action.parent()));
    }

    private void run(BackupJob job) {
        if (!job.outdated.isEmpty()) {
            throw OneError.action("Unable to execute Backup Job, pending backups in progress");
        }
        job.outdated.addAll(machines(job.template()));
        job.lastRun = cloud.events().epochSecond();
    }

    private Object cancel(Session session, Args args) {
        BackupJob job = get(session, args.number(0), Right.MANAGE);
        job.outdated.clear();
        return job.id();
    }

    private Object addAction(Session session, Args args) {
        BackupJob job = get(session, args.number(0), Right.MANAGE);
        return cloud.scheduledActions()
                .add(kind, job.id(), ScheduledActions.asked(args.text(1)), 0)
                .id();
    }

    private Object updateAction(Session session, Args args) {
        BackupJob job = get(session, args.number(0), Right.MANAGE);
        Vector asked = ScheduledActions.asked(args.text(2));
        ScheduledAction action = cloud.scheduledActions().find(kind, job.id(), args.number(1));
        if (action == null) {
            throw OneError.internal("SCHED_ACTION with id = " + args.number(1) + " doesn't exist");
        }
        cloud.scheduledActions().change(action, asked, 0);
        return action.id();
    }

    private Object deleteAction(Session session, Args args) {
        BackupJob job = get(session, args.number(0), Right.MANAGE);
        cloud.scheduledActions().delete(kind, job.id(), args.number(1));
        return args.number(1);
    }
}
