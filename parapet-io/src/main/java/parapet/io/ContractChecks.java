package parapet.io;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.io.text.Diagnostic;
import parapet.io.text.Place;
import parapet.io.text.Tree;
import parapet.io.text.Words;
import parapet.scenario.Programme;
import parapet.scenario.Scenario;

/// Deliveries that say when they come, and the names by which they, causes and gates speak of each
/// other.
final class ContractChecks {
    private final Scenario scenario;
    private final Binder binder;

    /// The contract of each delivery.
    private final Map<String, String> contracts = new LinkedHashMap<>();

    ContractChecks(Scenario scenario, Binder binder) {
        this.scenario = scenario;
        this.binder = binder;
        scenario.programme()
                .contracts()
                .forEach((id, c) ->
                        c.deliveries()
                                .keySet()
                                .forEach(unit -> {
                                    if (c.active()) {
                                        contracts.put(unit, id); // of two with one id
                                    } else {
                                        contracts.putIfAbsent(unit, id);
                                    }
                                }));
    }

    /// Checks a record by itself.
    static void record(@Nullable Record record, Tree.Mapping m, SkyChecks.Problems problems) {
        switch (record) {
            case Programme.Delivery d -> delivery(d, m, problems);
            case Programme.Cause c -> {
                if (c.contracts().isEmpty() && c.deliveries().isEmpty() && c.gates().isEmpty()) {
                    problems.report(
                            "",
                            "it acts on nothing",
                            "name what it holds up: contracts, deliveries or gates");
                }
            }
            case Programme.Gate g -> {
                if (g.sites().isEmpty() && g.deliveries().isEmpty()) {
                    problems.report(
                            "", "nothing waits for it", "name the sites or deliveries that do");
                }
            }
            case Programme.Purchase p -> rhythm(p.every() != null, p.times(), problems);
            case Programme.Withdrawal w -> {
                rhythm(w.every() != null, w.times(), problems);
                if (w.missiles().isEmpty()) {
                    problems.report("", "nothing is taken", "name the missiles: missiles: {...}");
                }
            }
            case null, default -> {}
        }
    }

    private static void rhythm(boolean every, int times, SkyChecks.Problems problems) {
        if (times > 1 && !every) {
            problems.report(
                    "times",
                    "nothing says how long after each other these %d times are".formatted(times),
                    "add `every`, such as every: 12 month");
        } else if (every && times <= 1) {
            problems.report(
                    "every",
                    "there is a time to the next, and only one time",
                    "add `times`, such as times: 5, or leave every out");
        }
    }

    private static void delivery(
            Programme.Delivery d, Tree.Mapping m, SkyChecks.Problems problems) {
        var said = new ArrayList<String>();
        for (String key : List.of("arrives", "afterSigning", "follows")) {
            if (m.value(key) != null) {
                said.add(key);
            }
        }
        if (said.size() > 1) {
            problems.report(
                    said.getLast(),
                    "both %s and %s are given".formatted(said.getFirst(), said.getLast()),
                    "keep one of them");
        } else if (said.isEmpty() && d.due() == null) {
            problems.report(
                    "", "nothing says when it comes", "give arrives, afterSigning, follows or due");
        } else if (d.by() != null && d.follows() == null) {
            problems.report(
                    "by",
                    "by is the time after a delivery that this one follows, and it follows none",
                    "add `follows: ID`, or leave by out");
        } else if (d.by() == null && d.follows() != null) {
            problems.report(
                    "follows",
                    "nothing says how long after it this one comes",
                    "add `by`, such as by: 6 month");
        }
    }

    /// Checks the names, and that nothing waits for itself.
    void whole() {
        scenario.programme()
                .contracts()
                .forEach((id, c) ->
                        c.deliveries()
                                .forEach((unit, d) -> {
                                    if (d.follows() != null) {
                                        follows(id, c.active(), unit, d.follows());
                                    }
                                }));
        scenario.programme()
                .causes()
                .forEach((id, c) ->
                        known(
                                c.deliveries(),
                                "programme.causes." + id + ".deliveries",
                                "cause \"%s\"".formatted(id)));
        scenario.programme()
                .gates()
                .forEach((id, g) ->
                        known(
                                g.deliveries(),
                                "programme.gates." + id + ".deliveries",
                                "gate \"%s\"".formatted(id)));
    }

    private Diagnostic error(String path, String message) {
        Place at = binder.facts.written.get(path);
        return Diagnostic.error(
                at == null ? requireNonNull(binder.facts.places.get(path)) : at, message);
    }

    private void known(Collection<String> units, String path, String subject) {
        for (String unit : units) {
            if (!contracts.containsKey(unit)) {
                binder.report(
                        error(
                                        path,
                                        "%s: deliveries: no contract delivers %s%s"
                                                .formatted(
                                                        subject,
                                                        Words.quoted(unit),
                                                        Words.didYouMean(unit, contracts.keySet())))
                                .noting("delivered are: " + Words.list(contracts.keySet())));
            }
        }
    }

    private void follows(String contract, boolean active, String unit, String before) {
        String path = "programme.contracts.%s.deliveries.%s.follows".formatted(contract, unit);
        String subject = "delivery \"%s\" of contract \"%s\": follows".formatted(unit, contract);
        String of = contracts.get(before);
        if (of == null) {
            binder.report(
                    error(
                                    path,
                                    "%s: no contract delivers %s%s"
                                            .formatted(
                                                    subject,
                                                    Words.quoted(before),
                                                    Words.didYouMean(before, contracts.keySet())))
                            .noting("delivered are: " + Words.list(contracts.keySet())));
            return;
        }
        Programme.Contract other = scenario.programme().contracts().get(of);
        if (active && other != null && !other.active()) {
            binder.report(
                    error(
                                    path,
                                    "%s: the contract \"%s\" of %s is not active"
                                            .formatted(subject, of, Words.quoted(before)))
                            .noting(
                                    "set programme.contracts.%s.active to true, or give arrives or due instead"
                                            .formatted(of)));
            return;
        }
        List<String> way = inCircle(contract) || inCircle(of) ? null : way(before, unit);
        if (way != null) {
            way.addFirst(unit);
            binder.report(
                    error(path, subject + ": the deliveries wait for each other")
                            .finding(String.join(" -> ", way))
                            .noting("give one of them `arrives` or `due` instead"));
        }
    }

    /// Whether contracts wait for each other, which is told of them.
    private boolean inCircle(String contract) {
        Map<String, Programme.Contract> all = scenario.programme().contracts();
        Programme.Contract at = all.get(contract);
        for (int i = 0; i <= all.size(); i++) {
            if (at == null || at.after() == null) {
                return false;
            }
            at = all.get(at.after());
        }
        return true;
    }

    /// The units through which `from` waits for `to`, null when it does not.
    private @Nullable List<String> way(String from, String to) {
        var cameFrom = new LinkedHashMap<String, String>();
        var open = new ArrayList<String>(List.of(from));
        cameFrom.put(from, "");
        while (!open.isEmpty()) {
            String at = open.removeLast();
            if (at.equals(to)) {
                var way = new ArrayList<String>();
                for (String back = at; !back.isEmpty(); back = cameFrom.getOrDefault(back, "")) {
                    way.addFirst(back);
                }
                return way;
            }
            for (String next : waitsFor(at)) {
                if (cameFrom.putIfAbsent(next, at) == null) {
                    open.add(next);
                }
            }
        }
        return null;
    }

    private List<String> waitsFor(String unit) {
        var all = new ArrayList<String>();
        Programme.Contract c = scenario.programme().contracts().get(contracts.get(unit));
        Programme.Delivery d = c == null ? null : c.deliveries().get(unit);
        if (d != null && d.follows() != null) {
            all.add(d.follows());
        }
        Programme.Contract after =
                c == null || c.after() == null
                        ? null
                        : scenario.programme().contracts().get(c.after());
        if (after != null) {
            all.addAll(after.deliveries().keySet());
        }
        return all;
    }
}
