package parapet.io.made;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import parapet.scenario.Catalogue;
import parapet.scenario.DefendedAsset;
import parapet.scenario.Money;
import parapet.scenario.Observation;
import parapet.scenario.Programme;
import parapet.scenario.RaidFamily;
import parapet.scenario.Sky;
import parapet.scenario.Study;
import parapet.scenario.Support;

/// What the declarations of the language cannot say, made to hold in an invented record.
final class Mended {
    private final Invented world;
    private final SplittableRandom random;

    Mended(Invented world) {
        this.world = world;
        this.random = world.random();
    }

    void mend(Class<? extends Record> type, Map<String, Object> m, int index) {
        if (type == Catalogue.Part.class) {
            part(m, index);
        } else if (type == Catalogue.Slot.class) {
            slot(m);
        } else if (type == Catalogue.Batteries.class) {
            m.put("count", "2");
            m.put("degraded", "" + random.nextInt(3));
        } else if (type == Catalogue.UnitType.class) {
            var missiles = new LinkedHashMap<String, Object>();
            for (String id : world.ids("catalogue.missiles")) {
                missiles.put(id, new LinkedHashMap<>(Map.of("count", "" + random.nextInt(30))));
            }
            m.put("missiles", missiles);
        } else if (type == Catalogue.Task.class) {
            m.computeIfPresent("crews", (k, v) -> "1");
        } else if (type == Support.Site.class) {
            site(m, index);
        } else if (type == Support.Shop.class) {
            shop(m);
        } else if (type == Support.Crews.class) {
            m.computeIfPresent("workingDays", (k, v) -> "" + (1 + random.nextInt(7)));
        } else if (type == Support.Policy.class) {
            policy(m);
        } else if (type == Support.Disruption.class) {
            m.put("chance", 1 + random.nextInt(3) + "/year");
            m.put("active", random.nextInt(4) > 0 ? "true" : "false");
        } else if (type == Programme.Contract.class) {
            contract(m, index);
        } else if (type == Programme.Milestone.class) {
            m.put("share", 1 + random.nextInt(8) + " %");
            if (random.nextBoolean()) {
                m.put("when", "arrival");
            }
            m.remove("date");
            Object when = m.getOrDefault("when", "signature");
            if (when.equals("date")) {
                m.put("date", world.day());
            }
            if (!when.equals("arrival") && !when.equals("service")) {
                m.remove("unit");
            }
        } else if (type == Programme.Delivery.class) {
            delivery(m, index);
        } else if (type == Programme.Purchase.class) {
            purchase(m);
        } else if (type == Programme.Cause.class) {
            m.put("contracts", new ArrayList<>(world.some(world.ids("programme.contracts"))));
            m.put("gates", new ArrayList<>(world.ids("programme.gates")));
            m.remove("deliveries");
            if (!world.ids("programme.contracts").isEmpty()) {
                m.put("deliveries", List.of("contract1-unit0"));
            }
            m.computeIfPresent("lateness", (k, v) -> random.nextInt(150) + " %");
        } else if (type == Programme.Withdrawal.class) {
            rhythm(m);
            var fired = new LinkedHashMap<String, Object>();
            fired.put(world.pick(world.ids("catalogue.missiles")), "" + random.nextInt(9));
            m.put("missiles", fired);
        } else if (type == Programme.Gate.class) {
            m.put("sites", new ArrayList<>(world.some(world.ids("support.sites"))));
            m.remove("deliveries");
            if (!world.ids("programme.contracts").isEmpty() && random.nextBoolean()) {
                m.put("deliveries", List.of("contract1-unit0"));
            }
        } else if (type == Money.class) {
            m.computeIfPresent("inflation", (k, v) -> "4 %/year");
            Map<String, Object> budgets = Invented.at(m, "budgets");
            if (budgets != null) {
                String shown = String.valueOf(m.getOrDefault("reporting", "USD"));
                budgets.replaceAll((k, v) -> random.nextInt(90) + " million " + shown);
            }
        } else if (type == Study.Holds.class) {
            m.replaceAll((k, v) -> random.nextInt(101) + " %");
        } else if (type == Money.Budget.class) {
            m.put("amount", random.nextInt(90) + " million USD");
        } else if (type == Sky.RadarType.class) {
            m.put("confirm", "" + (1 + random.nextInt(3)));
            m.put("of", "" + (3 + random.nextInt(3)));
            m.computeIfPresent("probability", (k, v) -> "60..80 %");
            m.computeIfPresent("scan", (k, v) -> 1 + random.nextInt(20) + " s");
        } else if (type == Sky.Battery.class) {
            if (random.nextBoolean()) {
                m.put("sector", 30 + random.nextInt(300) + " deg");
            } else {
                m.remove("sector");
            }
            m.computeIfPresent(
                    "launchers",
                    (k, v) -> ((Map<?, ?>) v).isEmpty() ? Map.of("round1", launchers()) : v);
        } else if (type == Sky.Launchers.class) {
            List<String> missiles = world.ids("catalogue.missiles");
            if (missiles.size() > 1) {
                m.put("missile", missiles.get(random.nextInt(missiles.size())));
            } else if (missiles.isEmpty()) {
                m.remove("missile");
            }
        } else if (type == Sky.Target.class) {
            m.computeIfPresent("arc", (k, v) -> 100 + random.nextInt(400) + " km");
            m.remove("release");
            if (index == 0 && !m.containsKey("arc") && world.ids("sky.targets").size() > 1) {
                var release =
                        new LinkedHashMap<String, Object>(
                                Map.of("distance", "5..30 km", "target", "target2"));
                if (random.nextBoolean()) {
                    release.put("count", "0..1..3");
                }
                m.put("release", release);
            }
        } else if (type == Sky.Raid.class) {
            if (!(m.get("defendedBy") instanceof List<?> by) || by.isEmpty()) {
                m.remove("reported");
            }
        } else if (type == Sky.Group.class) {
            station(m);
            m.computeIfPresent("count", (k, v) -> random.nextBoolean() ? "2" : "1..3");
            if (m.containsKey("rule") || m.containsKey("alternatives")) {
                m.put("count", "2..3");
            } else {
                m.put("place", world.pick(world.ids("sky.places")));
            }
        } else if (type == DefendedAsset.class) {
            m.put("value", "1..5");
            m.computeIfPresent("importance", (k, v) -> "1..3");
        } else if (type == RaidFamily.class) {
            family(m);
        } else if (type == RaidFamily.Part.class) {
            m.put("weight", "1..2");
            m.put("distance", 50 + random.nextInt(250) + " km");
            m.computeIfPresent("after", (k, v) -> random.nextInt(60) + " min");
            m.computeIfPresent("within", (k, v) -> random.nextInt(60) + " min");
        } else if (type == RaidFamily.Front.class) {
            m.put("weight", "2");
            Map<String, Object> assets = Invented.at(m, "assets");
            if ((assets == null || assets.isEmpty()) && !world.ids("sky.assets").isEmpty()) {
                m.put("assets", new LinkedHashMap<>(Map.of("asset1", "1")));
            }
        } else if (type == RaidFamily.Aim.class) {
            m.put("weight", "" + (1 + random.nextInt(3)));
        } else if (type == Sky.Wave.class) {
            List<String> assets = world.ids("sky.assets");
            boolean aimed = !assets.isEmpty() && random.nextBoolean();
            m.put(aimed ? "aim" : "toward", world.pick(aimed ? assets : world.ids("sky.places")));
            m.remove(aimed ? "toward" : "aim");
            m.put("count", "" + random.nextInt(12));
            m.put("distance", 50 + random.nextInt(250) + " km");
            m.computeIfPresent("after", (k, v) -> random.nextInt(60) + " min");
            m.computeIfPresent("within", (k, v) -> random.nextInt(60) + " min");
        } else if (type == Sky.class) {
            if (world.ids("sky.assets").isEmpty()) {
                m.remove("families");
            }
            m.put("reach", 20 + random.nextInt(100) + " km");
            m.computeIfPresent(
                    "refraction", (k, v) -> random.nextBoolean() ? "1.2..1.4..1.6" : "1.33");
        } else if (type == Study.class) {
            study(m);
        } else if (type == Study.Comparison.class) {
            List<String> plans = world.ids("plans");
            m.put("plan", plans.getLast());
            m.put("against", "baseline");
        } else if (type == Study.Statement.class) {
            statement(m);
        } else if (type == Observation.class) {
            observation(m);
        }
    }

    private void statement(Map<String, Object> m) {
        m.put("claims", List.of("a1", "b1"));
        if (!m.containsKey("metric")) {
            List.of("plan", "against", "atLeast", "atMost").forEach(m::remove);
            return;
        }
        m.put("metric", random.nextBoolean() ? "delivered/2026-02-03" : "last-arrival");
        m.putIfAbsent("atMost", "" + (3 + random.nextInt(3)));
        m.computeIfPresent("atLeast", (k, v) -> "" + random.nextInt(3));
        List<String> plans = world.ids("plans");
        m.put("plan", plans.getLast());
        if (plans.size() < 2) {
            m.remove("against");
        } else {
            m.computeIfPresent("against", (k, v) -> plans.getFirst());
        }
    }

    private Map<String, Object> launchers() {
        var launchers = new LinkedHashMap<String, Object>(Map.of("count", "2", "each", "3"));
        mend(Sky.Launchers.class, launchers, 0);
        return launchers;
    }

    private void part(Map<String, Object> m, int index) {
        String law = String.valueOf(m.getOrDefault("law", "exponential"));
        m.remove("ages");
        m.remove("shape");
        m.remove("meanTimeBetweenFailures");
        m.remove("meanUsesBetweenFailures");
        boolean uses = index % 3 == 2;
        switch (law) {
            case "weibull", "lognormal" -> m.put("shape", "1.5");
            case "ages" -> {
                var ages = new LinkedHashMap<String, Object>();
                ages.put("a", new LinkedHashMap<>(Map.of("share", "20 %", "age", "200 h")));
                ages.put("b", new LinkedHashMap<>(Map.of("share", "100 %", "age", "3000 h")));
                m.put("ages", ages);
            }
            default -> {}
        }
        if (!law.equals("ages")) {
            m.put(
                    uses ? "meanUsesBetweenFailures" : "meanTimeBetweenFailures",
                    uses ? "60" : 100 + random.nextInt(3000) + " h");
        }
        if (m.containsKey("observed")) {
            m.put("rateScatter", "40 %");
        }
        if (index == 0 && world.ids("catalogue.parts").size() > 1 && random.nextInt(3) == 0) {
            m.put(
                    "inside",
                    new LinkedHashMap<>(
                            Map.of("part2", new LinkedHashMap<>(Map.of("share", "20 %")))));
        }
        Map<String, Object> inside = Invented.at(m, "inside");
        if (inside != null) {
            inside.keySet().removeIf(id -> Integer.parseInt(id.substring(4)) <= index + 1);
            inside.replaceAll(
                    (k, v) -> new LinkedHashMap<>(Map.of("share", random.nextInt(30) + " %")));
        }
    }

    private void slot(Map<String, Object> m) {
        int count = 1 + random.nextInt(3);
        int full = random.nextInt(count + 1);
        m.put("count", "" + count);
        m.put("full", "" + full);
        m.put("degraded", "" + random.nextInt(full + 1));
        if ("part3".equals(m.get("part"))) {
            m.put("uses", 10 + random.nextInt(40) + "/year");
            m.remove("operating");
        } else {
            m.remove("uses");
        }
    }

    /// One way of saying where batteries stand.
    private void station(Map<String, Object> m) {
        m.put("faces", random.nextInt(360) + " deg");
        Map<String, Object> alternatives = Invented.at(m, "alternatives");
        if (alternatives == null || alternatives.isEmpty() || random.nextBoolean()) {
            m.remove("alternatives");
        } else {
            m.remove("place");
            alternatives.replaceAll((k, v) -> "" + (1 + random.nextInt(3)));
        }
        if (world.ids("sky.assets").isEmpty()) {
            m.remove("rule");
        } else {
            m.computeIfPresent("rule", (k, v) -> v.equals("beside") ? "spread" : v);
        }
        if (!m.containsKey("alternatives") && !m.containsKey("rule")) {
            m.remove("apart");
        }
    }

    private void family(Map<String, Object> m) {
        m.put("size", "3..8..20");
        Map<String, Object> fronts = Invented.at(m, "fronts");
        int most = fronts == null ? 0 : fronts.size();
        if (most == 0) {
            m.remove("sides");
        } else {
            m.computeIfPresent("sides", (k, v) -> "" + (1 + random.nextInt(most)));
        }
        m.computeIfPresent("nights", (k, v) -> "" + (1 + random.nextInt(3)));
        Map<String, Object> mix = Invented.at(m, "mix");
        if (mix == null || mix.isEmpty()) {
            m.put("mix", new LinkedHashMap<>(Map.of("target1", new LinkedHashMap<>())));
        }
    }

    private void site(Map<String, Object> m, int index) {
        station(m);
        m.computeIfPresent("name", (k, v) -> "Site " + index);
        List<String> sites = world.ids("support.sites");
        List<String> before = sites.subList(0, Math.min(index, sites.size()));
        if (index == 0 || before.isEmpty()) {
            m.remove("supplier");
            m.put(
                    "repairsAt",
                    new ArrayList<>(
                            index == 0 && !m.containsKey("shop") ? List.of() : List.of("site1")));
            m.putIfAbsent("shop", new LinkedHashMap<>(Map.of("repairTime", "2 month")));
        } else {
            m.put("supplier", world.pick(before));
            m.put("repairsAt", new ArrayList<>(List.of("site1")));
        }
        if (m.get("helpers") instanceof List<?> helpers) {
            m.put(
                    "helpers",
                    helpers.stream().filter(h -> !h.equals("site" + (index + 1))).toList());
        }
    }

    private void shop(Map<String, Object> m) {
        m.computeIfPresent("workingDays", (k, v) -> "" + (1 + random.nextInt(7)));
        if (world.ids("catalogue.parts").size() > 1 && random.nextInt(3) == 0) {
            m.put("priority", "fixed-order");
        }
        boolean fixed = "fixed-order".equals(m.get("priority"));
        if (!fixed) {
            m.remove("order");
        } else {
            m.put("order", new ArrayList<>(world.ids("catalogue.parts")));
        }
    }

    private void policy(Map<String, Object> m) {
        m.remove("lot");
        m.remove("upTo");
        if (m.containsKey("reorderPoint")) {
            m.put("reorderPoint", "" + random.nextInt(3));
            m.put(random.nextBoolean() ? "lot" : "upTo", "" + (4 + random.nextInt(4)));
        }
    }

    private void contract(Map<String, Object> m, int index) {
        if (index == 0) {
            m.remove("after");
        } else {
            m.computeIfPresent("after", (k, v) -> "contract" + (1 + random.nextInt(index)));
        }
        m.computeIfPresent("escalation", (k, v) -> "2 %/year");
        Map<String, Object> milestones = Invented.at(m, "milestones");
        Map<String, Object> units = Invented.at(m, "deliveries");
        if (milestones != null && units != null) {
            for (Object row : milestones.values()) {
                if (row instanceof Map<?, ?>) {
                    @SuppressWarnings("unchecked")
                    var milestone = (Map<String, Object>) row;
                    milestone.computeIfPresent(
                            "unit", (k, v) -> world.pick(List.copyOf(units.keySet())));
                }
            }
        }
        m.computeIfPresent("advance", (k, v) -> "15 %");
    }

    private void delivery(Map<String, Object> m, int index) {
        m.remove("follows");
        m.remove("by");
        if (random.nextInt(4) == 0 && index > 0) {
            m.put("follows", "contract1-unit0");
            m.put("by", "1..3 month");
            m.remove("arrives");
            m.remove("afterSigning");
        } else if (m.containsKey("arrives")) {
            m.remove("afterSigning");
        } else if (!m.containsKey("afterSigning") && !m.containsKey("due")) {
            m.put("arrives", world.day());
        }
    }

    private void rhythm(Map<String, Object> m) {
        if (m.containsKey("every")) {
            m.put("times", "" + (2 + random.nextInt(3)));
        } else {
            m.remove("times");
        }
    }

    private void purchase(Map<String, Object> m) {
        rhythm(m);
        Map<String, Object> spares = Invented.at(m, "spares");
        Map<String, Object> missiles = Invented.at(m, "missiles");
        if ((spares == null || spares.isEmpty()) && (missiles == null || missiles.isEmpty())) {
            spares = new LinkedHashMap<>();
            spares.put("part1", "");
            m.put("spares", spares);
        }
        if (spares != null) {
            int n = Math.max(1, spares.size());
            spares.replaceAll((k, v) -> random.nextInt(100 / n) + " %");
            m.putIfAbsent("budget", 10 + random.nextInt(90) + " million USD");
            m.putIfAbsent("site", world.ids("support.sites").getFirst());
        }
    }

    private void study(Map<String, Object> m) {
        m.put("draws", "" + (1 + random.nextInt(3)));
        m.put("mostDraws", "" + (3 + random.nextInt(3)));
        m.put("quickDraws", "" + (1 + random.nextInt(2)));
        m.computeIfPresent("replications", (k, v) -> "" + (1 + random.nextInt(2)));
        m.computeIfPresent("halfWidth", (k, v) -> "20 %");
        m.computeIfPresent("hindcasts", (k, v) -> List.of("2023-06-15", "2024-06-30"));
        if (world.ids("plans").size() < 2) {
            m.remove("comparisons");
        }
    }

    private void observation(Map<String, Object> m) {
        m.put("date", "2025-02-0" + (1 + random.nextInt(9)));
        m.computeIfPresent("from", (k, v) -> "2024-06-01");
        @Nullable Object share = m.remove("share");
        m.remove("number");
        @Nullable Object finished = m.remove("finishedYearly");
        if (finished != null) {
            m.put("finishedYearly", "0..2");
            m.put("from", "2024-06-01");
        } else if (share != null) {
            m.put("share", "40..60 %");
        } else {
            m.put("number", "1..2");
        }
        m.put("tolerance", "5 %");
    }
}
