package parapet.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parapet.quantity.Dimension;
import parapet.quantity.Span;
import parapet.stats.Law;

/// One weighing in the making: the claims about a quantity, what is set aside and why, and the law
/// of what remains.
final class Trial {
    private static final double POWER_OF_TEN = 8;

    private final Evidence evidence;
    private final Quantity quantity;
    private final List<Claim> all;
    private final Map<String, @Nullable Span> spans = new HashMap<>();
    private final Map<String, String> aside = new HashMap<>();
    private final Set<String> flagged = new HashSet<>();
    private final List<String> findings = new ArrayList<>();

    Trial(
            Evidence evidence,
            Quantity quantity,
            List<Claim> all,
            double scale,
            @Nullable LocalDate at) {
        this.evidence = evidence;
        this.quantity =
                quantity.dimension() == Dimension.MONEY && quantity.currency() == null
                        ? new Quantity(
                                quantity.key(),
                                quantity.dimension(),
                                firstCurrency(all),
                                quantity.basis())
                        : quantity;
        this.all = all;
        for (Claim c : all) {
            spans.put(c.id(), evidence.convert(c, this.quantity, scale, at));
        }
    }

    Stream<Claim> standing() {
        return all.stream().filter(c -> !aside.containsKey(c.id()));
    }

    void setAside(Predicate<Claim> which, String reason) {
        all.stream().filter(which).forEach(c -> aside.putIfAbsent(c.id(), reason));
    }

    void dropUnknown() {
        if (all.stream().anyMatch(evidence::known)) {
            setAside(c -> !evidence.known(c), "not known on " + evidence.asOf());
        } else {
            findings.add(
                    "Nothing was known on "
                            + evidence.asOf()
                            + "; later claims are used in its place");
        }
        setAside(c -> c.dimension() == Dimension.TEXT || c.span() == null, "words, no value");
        setAside(
                c -> spans.get(c.id()) == null,
                "another kind of value, or a currency without a rate");
    }

    void dropCopies() {
        var best = new LinkedHashMap<String, Claim>();
        standing()
                .forEach(c -> best.merge(evidence.original(c), c, (a, b) -> better(a, b) ? a : b));
        standing()
                .filter(c -> !c.equals(best.get(evidence.original(c))))
                .toList()
                .forEach(c -> {
                    Claim kept = best.get(evidence.original(c));
                    aside.put(
                            c.id(),
                            "same original as "
                                    + (kept == null ? "another" : kept.id())
                                    + ", counted once");
                });
    }

    /// Of dates that have come: "in 2021" adds nothing to "in November 2021".
    void dropVaguer() {
        List<Span> known = standing().map(this::span).toList();
        setAside(
                c ->
                        !aside.containsKey(c.id())
                                && known.stream().anyMatch(o -> Evidence.vaguer(span(c), o)),
                "vaguer than another claim that agrees with it");
    }

    void dropOutliers() {
        List<Claim> positive = standing().filter(c -> value(c) > 0).toList();
        if (positive.size() < 2 || quantity.dimension() == Dimension.DATE) {
            return;
        }
        double middle = middle(positive.stream().mapToDouble(this::value).sorted().toArray());
        var far = new LinkedHashMap<Claim, Double>();
        for (Claim c : positive) {
            double factor = Math.max(value(c) / middle, middle / value(c));
            if (positive.size() == 2) { // which of two is the slip cannot be told
                factor *= factor;
            }
            if (factor >= POWER_OF_TEN) {
                flagged.add(c.id());
                far.put(c, factor);
            }
        }
        if (positive.size() > 2 && far.size() < positive.size()) {
            far.forEach((c, factor) ->
                    aside.put(
                            c.id(),
                            "differs from the others by a factor of about %,.0f: a slip of units?"
                                    .formatted(factor)));
        }
        if (!flagged.isEmpty()) {
            findings.add(
                    "Claims differ by a power of ten: "
                            + String.join(", ", flagged.stream().sorted().toList()));
        }
    }

    /// The median of rising positive numbers; of two middle ones their geometric mean.
    private static double middle(double[] rising) {
        int n = rising.length;
        return n % 2 == 1 ? rising[n / 2] : StrictMath.sqrt(rising[n / 2 - 1] * rising[n / 2]);
    }

    void dropWeightless() {
        if (standing().anyMatch(c -> weight(c) > 0)) {
            setAside(
                    c -> !aside.containsKey(c.id()) && weight(c) == 0,
                    "its grade is left out while better evidence exists");
        } else if (standing().findAny().isPresent()) {
            findings.add("Only evidence of grade D, or of grades with weight 0, is known");
        }
    }

    Weighing weighing(Quantity.LawRule rule, boolean settled) {
        List<Claim> used = standing().toList();
        if (used.isEmpty()) {
            throw new IllegalStateException(
                    "No claim about (%s) can be used on %s."
                            .formatted(quantity.key(), evidence.asOf()));
        }
        boolean alone = rule == Quantity.LawRule.BEST;
        Claim best = best(used);
        if (alone) {
            setAside(
                    c -> !aside.containsKey(c.id()) && !c.id().equals(best.id()),
                    "law best uses the best-graded, latest claim alone");
        }
        double total = used.stream().mapToDouble(this::drawWeight).sum();
        var voices = new ArrayList<Weighing.Voice>();
        for (Claim c : all) {
            String reason = aside.getOrDefault(c.id(), "");
            double share =
                    !reason.isEmpty()
                            ? 0
                            : rule == Quantity.LawRule.MIXTURE ? drawWeight(c) / total : 1;
            voices.add(
                    new Weighing.Voice(
                            c, spans.get(c.id()), share, reason, flagged.contains(c.id())));
        }
        if (used.size() > 1) {
            double low = used.stream().mapToDouble(c -> span(c).low()).min().orElseThrow();
            double high = used.stream().mapToDouble(c -> span(c).high()).max().orElseThrow();
            if (low < high) {
                findings.add(
                        used.size()
                                + (alone
                                        ? " claims differ; %s is used alone".formatted(best.id())
                                        : " claims differ; all are kept"));
            }
        }
        return new Weighing(
                quantity, quantity.currency(), law(used, rule), voices, settled, findings);
    }

    private Law law(List<Claim> used, Quantity.LawRule rule) {
        Claim best = best(used);
        double low = used.stream().mapToDouble(c -> span(c).low()).min().orElseThrow();
        double high = used.stream().mapToDouble(c -> span(c).high()).max().orElseThrow();
        return switch (rule) {
            case BEST -> Evidence.lawOf(span(best));
            case UNIFORM -> Law.of(low, null, high);
            case TRIANGULAR -> Law.of(low, value(best), high);
            case MIXTURE ->
                    used.size() == 1
                            ? Evidence.lawOf(span(best))
                            : new Law.Mixture(
                                    used.stream()
                                            .map(c ->
                                                    new Law.Mixture.Part(
                                                            drawWeight(c), Evidence.lawOf(span(c))))
                                            .toList());
        };
    }

    private static Claim best(List<Claim> used) {
        return used.stream().reduce((a, b) -> better(a, b) ? a : b).orElseThrow();
    }

    private double weight(Claim c) {
        return evidence.weight(c.grade());
    }

    private double drawWeight(Claim c) {
        return standing().anyMatch(o -> weight(o) > 0) ? weight(c) : 1;
    }

    private Span span(Claim c) {
        Span span = spans.get(c.id());
        if (span == null) {
            throw new IllegalStateException("The claim (%s) has no value.".formatted(c.id()));
        }
        return span;
    }

    private double value(Claim c) {
        return span(c).typical();
    }

    private static @Nullable String firstCurrency(List<Claim> all) {
        return all.stream()
                .map(Claim::span)
                .filter(s -> s != null && s.currency() != null)
                .map(Span::currency)
                .findFirst()
                .orElse(null);
    }

    private static boolean better(Claim a, Claim b) {
        int grade = a.grade().compareTo(b.grade());
        if (grade != 0) {
            return grade < 0;
        }
        LocalDate first = a.knownOn() == null ? LocalDate.MIN : a.knownOn();
        LocalDate second = b.knownOn() == null ? LocalDate.MIN : b.knownOn();
        return !first.isBefore(second);
    }
}
