package dev.polybot.local.simulate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/** One run of a queue before detectors whose number a policy decides, event by event. */
final class Simulation {

    /** No trace is longer than some days: what takes months is never done. */
    private static final double FOREVER = 90 * 86_400.0;

    /** What was started for a load is paid until it has gone again. */
    private static final double AFTER = 3600;

    private enum Kind {
        ARRIVAL,
        END,
        READY,
        LOOK
    }

    private record Event(double time, Kind kind, double arrived, int machine) {}

    private static final class Machine {
        private final double launched;
        private boolean ready;
        private boolean leaving;
        private int busy;

        private Machine(double launched) {
            this.launched = launched;
        }
    }

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingDouble(Event::time).thenComparing(Event::kind));
    private final Deque<Double> waiting = new ArrayDeque<>();
    private final List<Machine> machines = new ArrayList<>();
    private final Policy policy;
    private final Machines kind;
    private final RandomGenerator random;
    private final double[] waits;
    private final double[] responses;
    private final History history;
    private int begun;
    private int ended;
    private int running;
    private int most;
    private int inWork;
    private int warmLeft;
    private double paidSeconds;
    private double lastChange;
    private double lastGrowth = Double.NEGATIVE_INFINITY;
    private double busyWork;
    private double busyUntil;
    private double now;

    private Simulation(Arrivals arrivals, Policy policy, Machines kind, RandomGenerator random) {
        this.policy = policy;
        this.kind = kind;
        this.random = random;
        this.waits = new double[arrivals.times().length];
        this.responses = new double[arrivals.times().length];
        this.history = new History(responses.length);
        this.warmLeft = kind.warm();
        for (double time : arrivals.times()) {
            events.add(new Event(time, Kind.ARRIVAL, time, -1));
        }
    }

    /** Runs until every picture is done and an hour more, in which what was started may go again. */
    static Outcome run(
            Arrivals arrivals, Policy policy, Machines machines, RandomGenerator random) {
        return new Simulation(arrivals, policy, machines, random).run();
    }

    private Outcome run() {
        int first =
                Math.clamp(
                        policy.wanted(new Policy.Seen(0, 0, 0, 0, 0)), kind.least(), kind.most());
        for (int i = 0; i < first; i++) {
            launch(0);
        }
        double period = policy.period().toMillis() / 1000.0;
        events.add(new Event(period, Kind.LOOK, 0, -1));
        double end = Double.POSITIVE_INFINITY;
        while (events.element().time() <= end) {
            Event event = events.remove();
            busyWork += (double) inWork * (event.time() - now);
            now = event.time();
            if (now > FOREVER) {
                throw new IllegalStateException("This policy never gets it done.");
            }
            switch (event.kind()) {
                case ARRIVAL -> waiting.add(event.arrived());
                case END -> end(event);
                case READY -> machines.get(event.machine()).ready = true;
                case LOOK -> {
                    look();
                    events.add(new Event(now + period, Kind.LOOK, 0, -1));
                }
            }
            work();
            if (ended == responses.length && end == Double.POSITIVE_INFINITY) {
                end = now + AFTER;
            }
        }
        now = end;
        machines.stream().filter(machine -> !isGone(machine)).forEach(this::pay);
        double hours = paidSeconds / 3600;
        return new Outcome(
                waits, responses, history, end, most, hours, hours * kind.dollarsAnHour());
    }

    private void launch(double boot) {
        machines.add(new Machine(now));
        events.add(new Event(now + boot, Kind.READY, 0, machines.size() - 1));
        running++;
        most = Math.max(most, running);
        history.machines(now, running);
    }

    private void end(Event event) {
        history.answer(event.arrived(), now - event.arrived());
        responses[ended++] = now - event.arrived();
        inWork--;
        Machine machine = machines.get(event.machine());
        machine.busy--;
        if (machine.leaving && machine.busy == 0) {
            pay(machine);
        }
    }

    private void pay(Machine machine) {
        paidSeconds += now - machine.launched;
        machine.leaving = true;
        machine.ready = false;
    }

    private static boolean isGone(Machine machine) {
        return machine.leaving && machine.busy == 0;
    }

    private void work() {
        for (int i = 0; i < machines.size() && !waiting.isEmpty(); i++) {
            Machine machine = machines.get(i);
            while (machine.ready
                    && !machine.leaving
                    && machine.busy < kind.workers()
                    && !waiting.isEmpty()) {
                double arrived = waiting.remove();
                waits[begun++] = now - arrived;
                machine.busy++;
                inWork++;
                events.add(new Event(now + kind.service(random), Kind.END, arrived, i));
            }
        }
    }

    private void look() {
        int ready =
                (int)
                        machines.stream()
                                .filter(machine -> machine.ready && !machine.leaving)
                                .count();
        double used =
                ready == 0
                        ? 0
                        : (busyWork - busyUntil)
                                / Math.min(now, policy.period().toMillis() / 1000.0)
                                / (ready * (double) kind.workers());
        busyUntil = busyWork;
        int wanted =
                Math.clamp(
                        policy.wanted(
                                new Policy.Seen(
                                        waiting.size(), inWork, ready, running, Math.min(1, used))),
                        kind.least(),
                        kind.most());
        if (wanted > running && now - lastGrowth >= policy.cooldownUp().toSeconds()) {
            lastGrowth = now;
            lastChange = now;
            while (running < wanted) {
                boolean warm = warmLeft > 0;
                warmLeft -= warm ? 1 : 0;
                launch(warm ? kind.warmBootSeconds() : kind.bootSeconds());
            }
        } else if (wanted < running && now - lastChange >= policy.cooldownDown().toSeconds()) {
            lastChange = now;
            shrink(running - wanted);
        }
    }

    /** The idle ones go first; a busy one finishes what it does. */
    private void shrink(int fewer) {
        List<Machine> staying =
                machines.stream()
                        .filter(machine -> !machine.leaving)
                        .sorted(Comparator.comparingInt(machine -> machine.busy))
                        .limit(fewer)
                        .toList();
        for (Machine machine : staying) {
            running--;
            machine.leaving = true;
            if (machine.busy == 0) {
                pay(machine);
            }
        }
        history.machines(now, running);
    }
}
