package parapet.io;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Quantity;
import parapet.quantity.Span;
import parapet.scenario.Catalogue;
import parapet.scenario.Scenario;
import parapet.scenario.Support;

/// Warnings about crews, help, lots and tasks that can be read but probably say something else than
/// was meant.
final class PolicyLints {
    private final Scenario base;
    private final SkyLints.Warnings out;

    private PolicyLints(Scenario base, SkyLints.Warnings out) {
        this.base = base;
        this.out = out;
    }

    static void run(Scenario base, SkyLints.Warnings out) {
        var lints = new PolicyLints(base, out);
        Map<String, Integer> unitsAt = lints.unitsAt();
        base.support().sites().forEach((id, site) -> lints.site(id, site, unitsAt));
        base.catalogue().units().forEach(lints::tasks);
    }

    private Map<String, Integer> unitsAt() {
        var units = new HashMap<String, Integer>();
        base.programme()
                .contracts()
                .values()
                .forEach(c ->
                        c.deliveries()
                                .values()
                                .forEach(d -> units.merge(d.base(), 1, Integer::sum)));
        return units;
    }

    private void site(String id, Support.Site site, Map<String, Integer> unitsAt) {
        String path = "support.sites." + id;
        String subject = "site \"%s\": ".formatted(id);
        int units = unitsAt.getOrDefault(id, 0);
        Support.Crews crews = site.crews();
        if (crews != null && most(crews.count()) == 0 && units > 0 && mended()) {
            out.warn(
                    path + ".crews.count",
                    subject + "without a crew no part is ever mended or fitted there",
                    "give it a crew, or leave crews out when there are always enough");
        }
        for (String helper : site.helpers()) {
            if (helper.equals(site.supplier())) {
                out.warn(
                        path + ".helpers",
                        subject + "\"%s\" helps it and is its supplier".formatted(helper),
                        "the supplier sends what it has anyway; leave it out of helpers");
            }
        }
        if (!site.helpers().isEmpty() && units == 0 && !supplies(id)) {
            out.warn(
                    path + ".helpers",
                    subject + "it is helped, but no unit is based there and it supplies no site",
                    "leave helpers out");
        }
        if (site.cannibalise() != null && units < 2) {
            out.warn(
                    path + ".cannibalise",
                    subject
                            + "parts are moved between units, but %s based there"
                                    .formatted(units == 0 ? "no unit is" : "only one unit is"),
                    "leave cannibalise out");
        }
        site.policies().forEach((part, policy) -> policy(path, subject, part, policy));
        Support.Shop shop = site.shop();
        if (shop != null) {
            var seen = new HashSet<String>();
            for (String part : shop.order()) {
                if (!seen.add(part)) {
                    out.warn(
                            path + ".shop.order",
                            subject + "part \"%s\" stands in order twice".formatted(part),
                            "the first place counts; leave out the others");
                }
            }
        }
    }

    private void policy(String path, String subject, String part, Support.Policy policy) {
        Catalogue.Part item = base.catalogue().parts().get(part);
        if (item != null
                && policy.reorderPoint() != null
                && most(item.condemnedShare()) == 0
                && !usedUp(part)) {
            out.warn(
                    path + ".policies." + part,
                    subject
                            + "lots of part \"%s\" replace scrapped ones, but none is scrapped"
                                    .formatted(part),
                    "set condemnedShare of the part, 100 % for one that is never repaired");
        }
    }

    private boolean mended() {
        return base.catalogue().parts().values().stream()
                .anyMatch(p -> most(p.fieldRepairTime()) > 0);
    }

    private boolean supplies(String id) {
        return base.support().sites().values().stream().anyMatch(s -> id.equals(s.supplier()));
    }

    private boolean usedUp(String part) {
        return base.catalogue().units().values().stream()
                .flatMap(t -> t.tasks().values().stream())
                .anyMatch(t -> t.parts().containsKey(part));
    }

    private void tasks(String type, Catalogue.UnitType unit) {
        unit.tasks()
                .forEach((id, task) -> {
                    String path = "catalogue.units.%s.tasks.%s".formatted(type, id);
                    String subject = "task \"%s\": ".formatted(id);
                    boolean shared =
                            unit.tasks().entrySet().stream()
                                    .anyMatch(other ->
                                            !other.getKey().equals(id)
                                                    && other.getValue().at().keySet().stream()
                                                            .anyMatch(task.at()::containsKey));
                    if (task.together() != null && !shared) {
                        out.warn(
                                path + ".together",
                                subject + "no other task takes the unit to one of its sites",
                                "leave together out, or name a site of another task");
                    }
                    task.at().keySet().forEach(site -> crews(path, subject, task, site));
                });
    }

    private void crews(String path, String subject, Catalogue.Task task, String site) {
        Support.Site where = base.support().sites().get(site);
        Support.Crews crews = where == null ? null : where.crews();
        if (crews != null && task.crews() > most(crews.count())) {
            out.warn(
                    path + ".crews",
                    subject
                            + "it needs %d crews, but site \"%s\" never has as many"
                                    .formatted(task.crews(), site),
                    "lower crews, or raise the crews of the site");
        }
    }

    private static double most(Quantity q) {
        Span span = stated(q);
        return span == null ? Double.POSITIVE_INFINITY : span.high();
    }

    private static @Nullable Span stated(Quantity q) {
        return switch (q.basis()) {
            case Quantity.Stated s -> s.span();
            case Quantity.Assumed a -> a.span();
            default -> null;
        };
    }
}
