package parapet.study;

import java.util.ArrayList;
import java.util.List;
import parapet.programme.Delivery;
import parapet.programme.Ledger;
import parapet.programme.ProgrammeInput;
import parapet.programme.ProgrammeInput.Contract;
import parapet.programme.ProgrammeInput.Planned;
import parapet.quantity.Calendar;
import parapet.scenario.Case;
import parapet.sustain.Network;
import parapet.sustain.SustainInput;
import parapet.sustain.decide.NetworkEdits;

/// A date of a plan that is still open and may slip: what it is, when it is, and the same draw with
/// it later.
///
/// | kind | what comes later |
/// |---|---|
/// | delivery | one unit, as its maker is ready later |
/// | opening | a site, with the money of its opening |
/// | qualification | the first parts made locally, and all that grow from there |
/// | payment | all open payments of a contract but its advance, and the units that wait for them |
///
/// @param kind what it is
/// @param id key of the unit, site or contract; empty for a qualification
public record Milestone(Kind kind, String id) {
    /// What it is.
    public enum Kind {
        /// A unit comes.
        DELIVERY,
        /// A site opens.
        OPENING,
        /// Local production begins.
        QUALIFICATION,
        /// A contract is paid.
        PAYMENT
    }

    /// The open milestones of a draw, in the order of the scenario; known history is none.
    ///
    /// @param from tick before which nothing is open
    public static List<Milestone> of(Case c, long from) {
        var all = new ArrayList<Milestone>();
        for (Contract contract : c.programme().contracts()) {
            boolean open = false;
            for (Planned p : contract.deliveries()) {
                if (!p.settled() && (contract.after() >= 0 || p.readyTick() < c.endTick())) {
                    all.add(new Milestone(Kind.DELIVERY, p.unit()));
                    open = true;
                }
            }
            if (open || contract.milestones().stream().anyMatch(m -> !m.settled())) {
                all.add(new Milestone(Kind.PAYMENT, contract.id()));
            }
        }
        Network first = c.sustain().phases().getFirst().network();
        for (int s = 0; s < first.sites().size(); s++) {
            long opens = NetworkEdits.opening(c.sustain(), s);
            if (opens > from && opens < c.endTick()) {
                all.add(new Milestone(Kind.OPENING, first.sites().get(s).id()));
            }
        }
        long starts = c.sustain().phases().getLast().network().production().startTick();
        if (starts > from && starts < c.endTick()) {
            all.add(new Milestone(Kind.QUALIFICATION, ""));
        }
        return List.copyOf(all);
    }

    /// When it comes in a draw, as a tick; of a payment, when the next unit is paid for.
    ///
    /// @param deliveries of the draw
    public long date(Case c, List<Delivery> deliveries) {
        return switch (kind) {
            case DELIVERY ->
                    deliveries.stream()
                            .filter(d -> d.unit().equals(id))
                            .mapToLong(Delivery::arrived)
                            .min()
                            .orElse(Long.MAX_VALUE);
            case PAYMENT ->
                    deliveries.stream()
                            .filter(d -> contract(c, d).id().equals(id) && !settled(c, d))
                            .mapToLong(Delivery::paid)
                            .min()
                            .orElse(Long.MAX_VALUE);
            case OPENING -> NetworkEdits.opening(c.sustain(), site(c));
            case QUALIFICATION -> c.sustain().phases().getLast().network().production().startTick();
        };
    }

    private static Contract contract(Case c, Delivery d) {
        return c.programme().contracts().get(d.contract());
    }

    private static boolean settled(Case c, Delivery d) {
        return contract(c, d).deliveries().stream()
                .anyMatch(p -> p.unit().equals(d.unit()) && p.settled());
    }

    private int site(Case c) {
        List<Network.Site> sites = c.sustain().phases().getFirst().network().sites();
        for (int s = 0; s < sites.size(); s++) {
            if (sites.get(s).id().equals(id)) {
                return s;
            }
        }
        throw new IllegalStateException("The draw has no site (%s).".formatted(id));
    }

    /// The same draw with this milestone later. An opening may also come earlier, not before the
    /// start; one that comes after the end costs nothing.
    ///
    /// @param by ticks, below 0 only for an opening
    public Case slipped(Case c, long by) {
        return switch (kind) {
            case DELIVERY, PAYMENT -> c.with(programme(c, by), c.sustain(), c.outlays());
            case OPENING ->
                    c.with(
                            c.programme(),
                            NetworkEdits.withOpening(c.sustain(), site(c), by),
                            outlays(c, by));
            case QUALIFICATION -> c.with(production(c.sustain(), by));
        };
    }

    private ProgrammeInput programme(Case c, long by) {
        var contracts = new ArrayList<Contract>();
        for (Contract k : c.programme().contracts()) {
            boolean paidLater = kind == Kind.PAYMENT && k.id().equals(id);
            var planned = new ArrayList<Planned>();
            for (Planned p : k.deliveries()) {
                boolean slips = kind == Kind.DELIVERY && p.unit().equals(id);
                boolean carried =
                        k.deliveries().stream()
                                .anyMatch(o -> o.unit().equals(p.follows()) && !o.settled());
                boolean moves = !p.settled() && (slips || (paidLater && !carried));
                planned.add(moves ? p.later(by) : p);
            }
            var milestones =
                    k.milestones().stream()
                            .map(m ->
                                    paidLater && !m.settled() && m.delivery() < 0
                                            ? new ProgrammeInput.Milestone(
                                                    m.id(),
                                                    m.share(),
                                                    m.when(),
                                                    m.delivery(),
                                                    Calendar.later(m.delay(), by),
                                                    false)
                                            : m)
                            .toList();
            contracts.add(k.with(planned, milestones));
        }
        return c.programme().with(contracts);
    }

    private List<Ledger.Entry> outlays(Case c, long by) {
        return c.outlays().stream()
                .map(o ->
                        o.about().equals(id)
                                ? new Ledger.Entry(
                                        Math.max(0, Calendar.later(o.tick(), by)),
                                        o.cause(),
                                        o.about(),
                                        o.currency(),
                                        o.amount())
                                : o)
                .filter(o -> o.tick() < c.endTick())
                .toList();
    }

    private static SustainInput production(SustainInput input, long by) {
        var phases = new ArrayList<SustainInput.Phase>();
        for (SustainInput.Phase phase : input.phases()) {
            Network n = phase.network();
            Network.Production p = n.production();
            phases.add(
                    new SustainInput.Phase(
                            phase.fromTick(),
                            new Network(
                                    n.parts(),
                                    n.types(),
                                    n.sites(),
                                    n.links(),
                                    new Network.Production(
                                            Calendar.later(p.startTick(), by),
                                            p.first(),
                                            p.growthPerSec(),
                                            p.most(),
                                            p.leadSec(),
                                            p.priceShare()))));
        }
        return new SustainInput(input.endTick(), phases, input.units(), input.additions());
    }
}
