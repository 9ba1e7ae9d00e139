package parapet.sustain;

import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/// How scrapped parts are replaced: one for one, or in lots by the [Replenishment] of the site. A
/// site with a supplier orders there and the supplier buys, or counts the order towards a lot of
/// its own; a site without one buys from the maker. The parts of one lot share their fate.
final class LotOrders {
    private final Run run;

    /// Chance of the lots of each site and part, made when the first is ordered.
    private final @Nullable UniformRandomProvider[] chance;

    LotOrders(Run run) {
        this.run = run;
        chance = new UniformRandomProvider[run.sites * run.parts];
    }

    private @Nullable Replenishment rule(int site, int part) {
        return run.site[site].policy().replenishment(part);
    }

    boolean inLots(int site, int part) {
        return rule(site, part) != null;
    }

    /// A part was scrapped, or used up, at a site.
    void replace(int site, int part, long ofKey) {
        if (inLots(site, part)) {
            run.stock.count(site, part, -1);
            review(site, part);
        } else {
            replaceOne(site, part, ofKey);
        }
    }

    private void replaceOne(int site, int part, long ofKey) {
        int supplier = run.site[site].supplier();
        if (supplier < 0) {
            run.procurement.replace(site, part, ofKey);
            return;
        }
        boolean inLots = inLots(supplier, part);
        if (!inLots) {
            run.procurement.replace(supplier, part, ofKey);
        }
        run.stock.order(site, supplier, part, ofKey);
        if (inLots) {
            run.stock.count(supplier, part, -1);
            review(supplier, part);
        }
    }

    /// Orders what the rule of the site asks for.
    void review(int site, int part) {
        Replenishment rule = rule(site, part);
        int n = rule == null ? 0 : rule.order(run.stock.position(site, part));
        if (n > 0) {
            run.stock.count(site, part, n);
            long key = next(site, part);
            for (int i = 0; i < n; i++) {
                replaceOne(site, part, key);
            }
        }
    }

    private long next(int site, int part) {
        int q = site * run.parts + part;
        UniformRandomProvider random = chance[q];
        if (random == null) {
            String name = run.site[site].id() + "/" + run.part[part].id();
            random = run.streams.at("sustain.lot", name);
            chance[q] = random;
        }
        return random.nextLong();
    }

    /// Reviews all sites, at the start and when rules may have changed.
    void reviewAll() {
        for (int s = 0; s < run.sites; s++) {
            for (int p = 0; p < run.parts; p++) {
                review(s, p);
            }
        }
    }
}
