package parapet.sustain.decide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parapet.programme.Delivery;
import parapet.programme.Rates;
import parapet.sustain.Network;
import parapet.sustain.SustainInput;

/// The work of one [DecisionInput]: what the network of a day and the units in service ask of each
/// part.
final class FleetMapping {
    private final SustainInput input;
    private final long tick;
    private final Network network;
    private final int[] bases;
    private final int[][] unitsOfType;
    private final TreeSet<String> warnings = new TreeSet<>();
    private final List<Double> condemned = new ArrayList<>();
    private final List<Double> installed = new ArrayList<>();
    private final ShopTimes shops;

    FleetMapping(SustainInput input, List<Delivery> deliveries, long tick) {
        this.input = input;
        this.tick = tick;
        network = input.networkAt(tick);
        shops = new ShopTimes(network, tick, warnings);
        bases = input.units().stream().mapToInt(SustainInput.Unit::base).distinct().toArray();
        unitsOfType = new int[bases.length][network.types().size()];
        for (Delivery d : deliveries) {
            for (SustainInput.Unit unit : input.units()) {
                if (unit.id().equals(d.unit()) && d.inService() <= tick) {
                    unitsOfType[indexOf(unit.base())][unit.type()]++;
                }
            }
        }
        if (network.parts().stream().anyMatch(p -> !p.inside().isEmpty())) {
            warnings.add(
                    "Left out by the analytic model: waits for parts inside parts, so that it is too high where these are short.");
        }
        if (network.parts().stream().anyMatch(p -> p.noFaultShare() > 0)) {
            warnings.add(
                    "The analytic model takes a part in which no fault is found as one that is repaired.");
        }
        warnings.add(
                "Left out by the analytic model: overhauls, the way from one network to the next, and the"
                        + " narrower law of a small fleet, so that it is too low where many holes are.");
    }

    private int indexOf(int site) {
        for (int i = 0; i < bases.length; i++) {
            if (bases[i] == site) {
                return i;
            }
        }
        throw new IllegalStateException("The site (%d) is no base.".formatted(site));
    }

    DecisionInput build(Rates rates, String currency) {
        pass(null, rates, currency, new ArrayList<>()); // the work of the shops
        shops.settle();
        condemned.clear();
        installed.clear();
        var items = new ArrayList<DecisionInput.Item>();
        var b = new Portfolio.Builder(bases.length, network.parts().size());
        pass(b, rates, currency, items);
        int[] units = new int[bases.length];
        double[] mending = new double[bases.length];
        for (int i = 0; i < bases.length; i++) {
            units[i] = Arrays.stream(unitsOfType[i]).sum();
            mending[i] = mending(i);
        }
        return new DecisionInput(
                b.build(),
                items,
                bases,
                units,
                mending,
                condemned.stream().mapToDouble(x -> x).toArray(),
                installed(),
                List.copyOf(warnings));
    }

    private void pass(
            Portfolio.@Nullable Builder b,
            Rates rates,
            String currency,
            List<DecisionInput.Item> items) {
        int[] groups = Arrays.stream(bases).map(this::group).distinct().toArray();
        for (int p = 0; p < network.parts().size(); p++) {
            for (int g : groups) {
                condemned.add(item(b, p, g, rates, currency));
                double sum = 0;
                for (int i = 0; i < bases.length; i++) {
                    sum += group(bases[i]) == g ? count(i, p) : 0;
                }
                installed.add(sum);
                items.add(new DecisionInput.Item(p, g < 0 ? -1 : g));
            }
        }
    }

    /// Supplier of a base, or -2 - base when it has none.
    private int group(int site) {
        int supplier = network.sites().get(site).supplier();
        return supplier < 0 ? -2 - site : supplier;
    }

    /// Adds an item.
    ///
    /// @return its condemned parts a second
    private double item(
            Portfolio.@Nullable Builder b, int part, int group, Rates rates, String currency) {
        Network.Part kind = network.parts().get(part);
        double condemned = kind.condemnedShare();
        double order = procurementSec(kind);
        int m = bases.length;
        double[] own = new double[m];
        double[] toDepot = new double[m];
        double depotMean = 0;
        double scrapped = 0;
        for (int i = 0; i < m; i++) {
            double rate = group(bases[i]) == group ? rate(i, part) : 0;
            if (rate == 0) {
                continue;
            }
            scrapped += rate * condemned;
            var atBase = shops.send(bases[i], part, rate * (1 - condemned));
            double repaired = (1 - condemned) * atBase.share();
            own[i] += rate * repaired * atBase.meanSec();
            if (group < 0) {
                own[i] += rate * (1 - repaired) * order;
                if (condemned + repaired < 1 - 1e-9) {
                    nobody(bases[i]);
                }
                continue;
            }
            double way = network.links()[bases[i]][group].timeSec();
            double on = rate * ((1 - condemned) - repaired);
            toDepot[i] = rate * (1 - repaired);
            own[i] += toDepot[i] * way;
            depotMean += rate * condemned * order;
            if (on > 0) {
                depotMean += on * (way + depotSec(group, part, on, kind));
            }
        }
        if (b != null) {
            double sum = Arrays.stream(toDepot).sum();
            double price = rates.convert(kind.price(), kind.currency(), currency, tick);
            b.item(StrictMath.max(price, 1e-9), depotMean, 0);
            if (group >= 0) {
                b.heldAtDepot(stock(group, part));
            }
            for (int i = 0; i < m; i++) {
                if (group(bases[i]) == group) {
                    b.base(i, own[i], sum > 0 ? toDepot[i] / sum : 0);
                    b.held(i, stock(bases[i], part) + brought(i, part), free(i, part));
                }
            }
        }
        return scrapped;
    }

    /// Mean time until a part that has come to the depot is on its shelf again.
    private double depotSec(int depot, int part, double perSec, Network.Part kind) {
        var away = shops.send(depot, part, perSec);
        double left = 1 - away.share();
        if (left < 1e-9) {
            return away.meanSec();
        }
        int next = network.sites().get(depot).supplier();
        if (next < 0) {
            nobody(depot);
            return away.share() * away.meanSec() + left * procurementSec(kind);
        }
        warnings.add(
                "Site %s supplies %s: its stock is not counted, its repair is."
                        .formatted(
                                network.sites().get(next).id(), network.sites().get(depot).id()));
        double way = network.links()[depot][next].timeSec();
        return away.share() * away.meanSec()
                + left * (2 * way + depotSec(next, part, perSec * left, kind));
    }

    private void nobody(int site) {
        warnings.add(
                "In some draws failed parts at %s find no open shop on that day; they are counted as bought anew."
                        .formatted(network.sites().get(site).id()));
    }

    private double procurementSec(Network.Part kind) {
        double local = network.production().shareAt(tick);
        return local * network.production().leadSec() + (1 - local) * kind.procurementSec();
    }

    /// Removals a second at a base.
    private double rate(int base, int part) {
        return failures(base, part) * (1 - network.parts().get(part).fieldRepairShare());
    }

    private double failures(int base, int part) {
        double sum = 0;
        for (int t = 0; t < network.types().size(); t++) {
            for (Network.Slot slot : network.types().get(t).slots()) {
                if (slot.part() == part) {
                    sum +=
                            unitsOfType[base][t]
                                    * slot.count()
                                    * network.parts().get(part).failureRate(slot);
                }
            }
        }
        return sum;
    }

    /// Parts installed, by item.
    private double[] installed() {
        return installed.stream().mapToDouble(x -> x).toArray();
    }

    private double count(int base, int part) {
        double sum = 0;
        for (int t = 0; t < network.types().size(); t++) {
            for (Network.Slot slot : network.types().get(t).slots()) {
                sum += slot.part() == part ? unitsOfType[base][t] * slot.count() : 0;
            }
        }
        return sum;
    }

    private int free(int base, int part) {
        int sum = 0;
        for (int t = 0; t < network.types().size(); t++) {
            for (Network.Slot slot : network.types().get(t).slots()) {
                if (slot.part() == part) {
                    sum += unitsOfType[base][t] * (slot.count() - slot.full());
                }
            }
        }
        return sum;
    }

    private double mending(int base) {
        double sum = 0;
        for (int p = 0; p < network.parts().size(); p++) {
            if (free(base, p) == 0) {
                sum += failures(base, p) * network.parts().get(p).fieldRepairSec();
            }
        }
        return sum;
    }

    private int stock(int site, int part) {
        int sum = network.sites().get(site).stock()[part];
        for (SustainInput.Addition a : input.additions()) {
            sum += a.site() == site && a.tick() <= tick ? a.spares()[part] : 0;
        }
        return sum;
    }

    private int brought(int base, int part) {
        int sum = 0;
        for (int t = 0; t < network.types().size(); t++) {
            sum += unitsOfType[base][t] * network.types().get(t).spares()[part];
        }
        return sum;
    }
}
