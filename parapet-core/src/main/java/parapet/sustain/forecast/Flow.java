package parapet.sustain.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import parapet.quantity.Calendar;
import parapet.quantity.Measures;
import parapet.sustain.Network;
import parapet.sustain.SustainInput;

/// Parts as a fluid through transport, material, repair and procurement, day by day.
///
/// Every stage with mean time τ is one compartment n with inflow f,
///
///     dn/dt = f - n/τ
///
/// solved exactly for the constant inflow of a day, so that the mean in the long run is f τ whatever
/// the law of the stage [Palm 1938]; the way there is that of an exponential stage. A shop with few
/// places gives back what its [ShopCurve] says. Failures come from the parts that work: installed,
/// less the mean holes of the [PipelineLaw], less those being mended.
///
/// Arrays `[site][part]` and `[site][shop][part]`, one object a forecast, one thread.
final class Flow {
    static final double DAY_SEC = Measures.DAY_SEC;
    static final long DAY_TICKS = Calendar.DAY;

    private final SustainInput input;
    private final int sites;
    private final int parts;
    private final List<Integer> upwards;

    private Network network;
    private int phase;
    private double day;

    /// Parts installed in units in service at a site, and failures a day with all of them working.
    final int[][] installed;

    private final double[][] fullRate;

    /// Spare parts of a site.
    final int[][] spares;

    /// Law of the parts missing at a site, holes being its unserved requests and orders.
    final PipelineLaw[][] law;

    /// Law of the holes in the units of a site.
    final PipelineLaw[][] unitLaw;

    /// Mean parts being mended on the spot or fitted.
    final double[][] mending;

    private final double[][] lying;
    private final double[][] toSupplier;
    private final double[][] shipped;
    private final double[][] owed;
    private final double[][] heldOrders;
    private final double[][] onOrder;
    private final double[][] onOrderLocal;
    private final double[][][] toShop;
    private final double[][][] material;
    private final double[][][] inShop;
    private final double[][][] back;
    private final double[] load;
    private final ShopCurve[] curve;
    private final double[][] orders;
    private final double[][] requests;
    private final int[] shops; // sites that ever have a shop
    private boolean[][] couldReach;

    Flow(SustainInput input) {
        this.input = input;
        network = input.phases().getFirst().network();
        sites = network.sites().size();
        parts = network.parts().size();
        installed = new int[sites][parts];
        fullRate = new double[sites][parts];
        spares = new int[sites][parts];
        law = new PipelineLaw[sites][parts];
        unitLaw = new PipelineLaw[sites][parts];
        mending = new double[sites][parts];
        lying = new double[sites][parts];
        toSupplier = new double[sites][parts];
        shipped = new double[sites][parts];
        owed = new double[sites][parts];
        heldOrders = new double[sites][parts];
        onOrder = new double[sites][parts];
        onOrderLocal = new double[sites][parts];
        toShop = new double[sites][sites][parts];
        material = new double[sites][sites][parts];
        inShop = new double[sites][sites][parts];
        back = new double[sites][sites][parts];
        load = new double[sites];
        curve = new ShopCurve[sites];
        orders = new double[sites][parts];
        requests = new double[sites][parts];
        couldReach = new boolean[sites][sites];
        shops =
                IntStream.range(0, sites)
                        .filter(k -> input.phases().stream().anyMatch(f -> hasShop(f.network(), k)))
                        .toArray();
        for (int s = 0; s < sites; s++) {
            for (int p = 0; p < parts; p++) {
                law[s][p] = new PipelineLaw();
                unitLaw[s][p] = new PipelineLaw();
                spares[s][p] = network.sites().get(s).stock()[p];
            }
        }
        upwards = new ArrayList<>();
        for (int s = 0; s < sites; s++) {
            upwards.add(s);
        }
        upwards.sort(Comparator.comparingInt(s -> -depth(s)));
        populationChanged();
    }

    private static boolean hasShop(Network network, int site) {
        return network.sites().get(site).shop().places() > 0;
    }

    private int depth(int site) {
        int n = 0;
        for (int s = site; s >= 0 && n <= sites; s = network.sites().get(s).supplier()) {
            n++;
        }
        return n;
    }

    /// The network that holds now.
    Network network() {
        return network;
    }

    /// Tells the flow what is in service from now on.
    ///
    /// @param nowInstalled `[site][part]` in units in service
    /// @param rates `[site][part]` failures a day of all of them, those of units away left out
    /// @param more `[site][part]` spare parts that have come
    void serve(int[][] nowInstalled, double[][] rates, int[][] more) {
        boolean changed = false;
        for (int s = 0; s < sites; s++) {
            for (int p = 0; p < parts; p++) {
                changed |= installed[s][p] != nowInstalled[s][p] || more[s][p] != 0;
                installed[s][p] = nowInstalled[s][p];
                fullRate[s][p] = rates[s][p];
                spares[s][p] += more[s][p];
            }
        }
        if (changed) {
            populationChanged();
        }
    }

    private void populationChanged() {
        int all = 0;
        for (int s = 0; s < sites; s++) {
            all += Arrays.stream(installed[s]).sum() + Arrays.stream(spares[s]).sum();
        }
        for (int s : shops) {
            Network.Shop shop = network.sites().get(s).shop();
            curve[s] = new ShopCurve(Math.max(1, shop.places()), all);
        }
    }

    /// One day.
    void step() {
        enterPhase();
        Arrays.stream(orders).forEach(o -> Arrays.fill(o, 0));
        for (int site : upwards) {
            for (int p = 0; p < parts; p++) {
                fail(site, p);
            }
        }
        for (int site : upwards) {
            for (int p = 0; p < parts; p++) {
                forward(site, p);
            }
        }
        work();
        for (int p = 0; p < parts; p++) {
            for (int i = upwards.size() - 1; i >= 0; i--) {
                laws(upwards.get(i), p);
            }
        }
        day++;
    }

    private void enterPhase() {
        boolean entered = false;
        while (phase + 1 < input.phases().size()
                && input.phases().get(phase + 1).fromTick() <= day * DAY_TICKS) {
            Network old = network;
            phase++;
            network = input.phases().get(phase).network();
            entered = true;
            for (int s = 0; s < sites; s++) {
                for (int p = 0; p < parts; p++) {
                    int rise = network.sites().get(s).stock()[p] - old.sites().get(s).stock()[p];
                    spares[s][p] = Math.max(0, spares[s][p] + rise);
                    onOrder[s][p] += Math.max(0, rise);
                }
            }
        }
        if (entered) {
            populationChanged();
            giveBackQueues();
        }
        if (entered || day == 0) {
            boolean[][] before = couldReach;
            couldReach = reach();
            for (int s = 0; s < sites && entered; s++) {
                for (int p = 0; p < parts; p++) {
                    double pile = lying[s][p];
                    lying[s][p] = 0;
                    dispatch(s, p, pile, before);
                }
            }
        }
    }

    /// Shops that have closed give back what is not in work.
    private void giveBackQueues() {
        for (int k : shops) {
            if (!works(k)) {
                for (int h = 0; h < sites; h++) {
                    for (int p = 0; p < parts; p++) {
                        lying[h][p] += toShop[h][k][p] + material[h][k][p];
                        toShop[h][k][p] = 0;
                        material[h][k][p] = 0;
                    }
                }
            }
        }
    }

    private boolean[][] reach() {
        var reach = new boolean[sites][sites];
        for (int h = 0; h < sites; h++) {
            for (int k : network.sites().get(h).repairsAt()) {
                reach[h][k] = works(k) && linkOpen(h, k);
            }
        }
        return reach;
    }

    private boolean works(int k) {
        return network.sites().get(k).open() && network.sites().get(k).shop().places() > 0;
    }

    private boolean linkOpen(int a, int b) {
        return a == b || network.links()[a][b].open();
    }

    private double way(int a, int b) {
        return a == b ? 0 : network.links()[a][b].timeSec() / DAY_SEC;
    }

    private void fail(int b, int p) {
        if (installed[b][p] == 0) {
            return;
        }
        Network.Part part = network.parts().get(p);
        double out = Math.min(installed[b][p], unitLaw[b][p].meanHoles() + mending[b][p]);
        double failures = fullRate[b][p] * (1 - out / installed[b][p]);
        mending[b][p] -= leaving(mending[b][p], failures, part.fieldRepairSec() / DAY_SEC);
        mending[b][p] += failures;
        double removed = failures * (1 - part.fieldRepairShare());
        requests[b][p] = removed;
        double condemned = removed * part.condemnedShare();
        int supplier = network.sites().get(b).supplier();
        int at = supplier >= 0 ? supplier : b;
        double local = network.production().shareAt(Math.round(day * DAY_TICKS));
        onOrder[at][p] += condemned * (1 - local);
        onOrderLocal[at][p] += condemned * local;
        if (supplier >= 0) {
            orders[b][p] += condemned;
        }
        dispatch(b, p, removed - condemned, new boolean[0][]);
    }

    /// What leaves a compartment with content n in a day with inflow f.
    private static double leaving(double n, double f, double tau) {
        if (tau <= 0 || n + f == 0) {
            return n + f;
        }
        double gone = -StrictMath.expm1(-1 / tau);
        return n * gone + f * (1 - tau * gone);
    }

    /// Sends failed parts to the shops that can do them, soonest first, else to the supplier, else
    /// they lie. Shops that had their chance `before` cannot do them.
    private void dispatch(int h, int p, double amount, boolean[][] before) {
        double left = amount;
        if (left <= 0) {
            return;
        }
        for (int k : soonest(h, p)) {
            if (before.length == 0 || !before[h][k]) {
                double taken = left * network.sites().get(k).shop().repairShare(p);
                toShop[h][k][p] += taken;
                left -= taken;
            }
        }
        int supplier = network.sites().get(h).supplier();
        if (supplier >= 0) {
            orders[h][p] += left;
            toSupplier[h][p] += left;
        } else {
            lying[h][p] += left;
        }
    }

    private List<Integer> soonest(int h, int p) {
        var open = new ArrayList<Integer>();
        for (int k : network.sites().get(h).repairsAt()) {
            if (couldReach[h][k] && !open.contains(k)) {
                open.add(k);
            }
        }
        if (open.size() > 1) {
            open.sort(Comparator.comparingDouble(k -> expectedDays(h, k, p)));
        }
        return open;
    }

    private double expectedDays(int h, int k, int p) {
        Network.Shop how = network.sites().get(k).shop();
        double ahead = Math.max(0, load[k] + 1 - how.places()) / how.places();
        return 2 * way(h, k)
                + lack(how, p) * how.materialSec(p) / DAY_SEC
                + (1 + ahead) * repairDays(how, p);
    }

    private double lack(Network.Shop how, int p) {
        double local = network.production().shareAt(Math.round(day * DAY_TICKS));
        return how.materialShare(p) * (1 - local);
    }

    private double repairDays(Network.Shop how, int p) {
        return how.repairSec(p) * how.learning(Math.round(day * DAY_TICKS)) / DAY_SEC;
    }

    /// Failed parts that reach the supplier, and new parts that come.
    private void forward(int b, int p) {
        Network.Part part = network.parts().get(p);
        onOrder[b][p] -= leaving(onOrder[b][p], 0, part.procurementSec() / DAY_SEC);
        double lead = network.production().leadSec() / DAY_SEC;
        onOrderLocal[b][p] -= leaving(onOrderLocal[b][p], 0, lead);
        int supplier = network.sites().get(b).supplier();
        if (supplier >= 0 && linkOpen(b, supplier) && network.sites().get(supplier).open()) {
            double come = leaving(toSupplier[b][p], 0, way(b, supplier));
            toSupplier[b][p] -= come;
            dispatch(supplier, p, come, new boolean[0][]);
        }
    }

    private void work() {
        for (int k : shops) {
            Network.Shop how = network.sites().get(k).shop();
            double total = 0;
            for (int h = 0; h < sites; h++) {
                for (int p = 0; p < parts; p++) {
                    double come = leaving(toShop[h][k][p], 0, way(h, k));
                    toShop[h][k][p] -= come;
                    double supplied = leaving(material[h][k][p], 0, how.materialSec(p) / DAY_SEC);
                    double lack = lack(how, p);
                    material[h][k][p] += come * lack - supplied;
                    inShop[h][k][p] += come * (1 - lack) + supplied;
                    total += inShop[h][k][p];
                }
            }
            double busy = works(k) ? curve[k].busy(total) : Math.min(total, 1);
            double[] gone = new double[parts];
            for (int p = 0; p < parts; p++) {
                double slow = busy > 0 ? total / busy * repairDays(how, p) : 1;
                gone[p] = -StrictMath.expm1(-1 / slow);
            }
            load[k] = 0;
            for (int h = 0; h < sites; h++) {
                boolean open = linkOpen(k, h);
                for (int p = 0; p < parts; p++) {
                    double done = inShop[h][k][p] * gone[p];
                    inShop[h][k][p] -= done;
                    load[k] += inShop[h][k][p] + material[h][k][p] + toShop[h][k][p];
                    back[h][k][p] += done;
                    back[h][k][p] -= open ? leaving(back[h][k][p], 0, way(h, k)) : 0;
                }
            }
        }
    }

    /// Laws of the pipeline at a site and of the holes in its units; called from the top down.
    private void laws(int s, int p) {
        int supplier = network.sites().get(s).supplier();
        double mean = lying[s][p] + onOrder[s][p] + onOrderLocal[s][p];
        double excess = 0;
        for (int k : shops) {
            mean += toShop[s][k][p] + material[s][k][p] + inShop[s][k][p] + back[s][k][p];
            double d = curve[k].dispersion(load[k]);
            excess += d * inShop[s][k][p] * inShop[s][k][p];
        }
        int population = installed[s][p];
        double customers = 0;
        boolean supplies = false;
        for (int c = 0; c < sites; c++) {
            if (network.sites().get(c).supplier() == s) {
                supplies = true;
                mean += toSupplier[c][p];
                customers += orders[c][p];
                population += below(c, p);
            }
        }
        if (supplier >= 0) {
            double all = requests[supplier][p];
            for (int c = 0; c < sites; c++) {
                all += network.sites().get(c).supplier() == supplier ? orders[c][p] : 0;
            }
            double share = all > 0 ? orders[s][p] / all : 0;
            PipelineLaw above = law[supplier][p];
            double backorders = share * above.meanHoles();
            boolean open = network.sites().get(supplier).open() && linkOpen(supplier, s);
            double issued = Math.max(0, orders[s][p] + owed[s][p] - backorders + heldOrders[s][p]);
            heldOrders[s][p] = open ? 0 : issued;
            owed[s][p] = backorders;
            shipped[s][p] += open ? issued : 0;
            shipped[s][p] -= leaving(shipped[s][p], 0, way(supplier, s));
            mean += shipped[s][p] + owed[s][p] + heldOrders[s][p];
            excess += share * share * Math.max(0, above.varianceOfHoles() - above.meanHoles());
        }
        double d = mean > 0 ? excess / (mean * mean) : 0;
        if (population > 0) {
            law[s][p].set(population, spares[s][p], mean, d);
        }
        if (!supplies) {
            unitLaw[s][p] = law[s][p];
        } else if (installed[s][p] > 0) {
            double all = requests[s][p] + customers;
            double own = all > 0 ? requests[s][p] / all : 0;
            unitLaw[s][p].set(installed[s][p], 0, own * law[s][p].meanHoles(), d);
        }
    }

    /// Parts that can come up to the supplier of a site: installed and spare there and below.
    private int below(int site, int p) {
        int n = installed[site][p] + spares[site][p];
        for (int c = 0; c < sites; c++) {
            n += network.sites().get(c).supplier() == site ? below(c, p) : 0;
        }
        return n;
    }
}
