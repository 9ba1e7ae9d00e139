package parapet.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parapet.quantity.Currencies;
import parapet.quantity.Dimension;
import parapet.quantity.Span;
import parapet.stats.Law;

/// All that is known on a day, and how it is weighed.
///
/// The rules, in this order; each claim that is set aside keeps its reason:
///
/// 1. A claim that became known after `asOf` does not exist yet.
/// 2. Words, and amounts in a currency without a rate, cannot enter a law.
/// 3. When something has happened, what was promised or foretold no longer counts; it stays beside
///    as a forecast.
/// 4. Of dates that have come, a period that holds another one and is longer by more than a quarter
///    of a year says less and is set aside.
/// 5. Copies of one original count once: the best-graded, then the latest of them.
/// 6. A positive value that lies a factor of 8 or more from the median of the positive values is
///    flagged as a likely slip of units and set aside, unless all of them do. Two values a factor
///    of 8 apart are both flagged and both kept.
/// 7. A grade with weight 0 is left out as long as any other claim remains.
/// 8. What remains shares the draws by the weight of its grade.
public final class Evidence {
    /// Months before the newest forecast in which forecasts still count.
    private static final int RECENT_MONTHS = 9;

    private final LocalDate asOf;
    private final Map<String, Claim> claims;
    private final Map<String, List<Claim>> byQuantity;
    private final Map<Grade, Double> weights;
    private final Map<String, RateHistory> rates;

    /// Evidence as of a day.
    ///
    /// @param claims all claims by key
    /// @param weights weight of each grade, 0 or more
    /// @param rates known exchange rates by currency, for amounts in another currency than the one
    ///   wanted
    /// @param asOf day up to which claims are known
    public Evidence(
            Map<String, Claim> claims,
            Map<Grade, Double> weights,
            Map<String, RateHistory> rates,
            LocalDate asOf) {
        this.claims = claims;
        this.weights = Map.copyOf(weights);
        this.rates = Map.copyOf(rates);
        this.asOf = asOf;
        this.byQuantity = new LinkedHashMap<>();
        for (Claim claim : claims.values()) {
            byQuantity.computeIfAbsent(claim.of(), k -> new ArrayList<>()).add(claim);
        }
    }

    /// The day up to which the evidence is known.
    public LocalDate asOf() {
        return asOf;
    }

    /// All claims about a quantity, known or not, in the order of the table.
    public List<Claim> about(String of) {
        return List.copyOf(byQuantity.getOrDefault(of, List.of()));
    }

    /// Weighs what is known about a quantity.
    public Weighing weigh(Quantity quantity) {
        return switch (quantity.basis()) {
            case Quantity.Stated(var span) -> plain(quantity, span, List.of());
            case Quantity.Assumed assumed -> assumed(quantity, assumed);
            case Quantity.Claimed claimed -> claimed(quantity, claimed);
            case Quantity.Foretold foretold -> foretold(quantity, foretold.of());
            case Quantity.Later(var milestone, var _, var _) -> weigh(milestone);
        };
    }

    private Weighing assumed(Quantity quantity, Quantity.Assumed a) {
        String because = "Assumption of the scenario, grade D: " + a.because();
        if (!a.unknownOn(asOf)) {
            return plain(quantity, a.span(), List.of(because));
        }
        return a.before() != null
                ? plain(
                        quantity,
                        a.before(),
                        List.of(
                                "Assumption of the scenario, grade D, as before %s"
                                        .formatted(a.knownFrom())))
                : plain(
                        quantity,
                        a.span(),
                        List.of(
                                because,
                                "Known only from %s; used on %s for want of another value"
                                        .formatted(a.knownFrom(), asOf)));
    }

    /// The keys of the assumptions behind a quantity that were not known on the day and have no
    /// other value before it: what rests on them is hindsight.
    public List<String> hindsight(Quantity quantity) {
        return switch (quantity.basis()) {
            case Quantity.Assumed a -> a.hindsightOn(asOf) ? List.of(quantity.key()) : List.of();
            case Quantity.Foretold(var _, var slip) ->
                    Stream.of(slip.perMonthAhead(), slip.shockPerYear(), slip.shock())
                            .flatMap(q -> hindsight(q).stream())
                            .toList();
            case Quantity.Later(var milestone, var by, var _) ->
                    Stream.of(milestone, by).flatMap(q -> hindsight(q).stream()).toList();
            case Quantity.Stated _, Quantity.Claimed _ -> List.of();
        };
    }

    /// What the spread of a quantity rests on. A milestone that is still to come needs its
    /// forecasts and the law by which they err, a later date both its parts; what is certain adds
    /// nothing.
    public Standing standing(Quantity quantity) {
        return switch (quantity.basis()) {
            case Quantity.Stated _, Quantity.Assumed _ -> Standing.JUDGEMENT;
            case Quantity.Claimed _ -> Standing.of(weigh(quantity).voices());
            case Quantity.Foretold(var _, var slip) -> {
                Weighing w = weigh(quantity);
                Standing standing = Standing.of(w.voices());
                if (!w.settled()) {
                    for (Quantity law :
                            List.of(slip.perMonthAhead(), slip.shockPerYear(), slip.shock())) {
                        Law of = weigh(law).law();
                        boolean errs = of.low() != 0 || of.high() != 0;
                        standing = errs ? standing.with(standing(law)) : standing;
                    }
                }
                yield standing;
            }
            case Quantity.Later(var milestone, var by, var _) -> {
                Law later = weigh(by).law();
                yield later.low() < later.high()
                        ? standing(milestone).with(standing(by))
                        : standing(milestone);
            }
        };
    }

    /// A value that stands in the scenario, in the currency in which it is wanted: at the rate of
    /// the day of the evidence.
    private Weighing plain(Quantity quantity, Span stated, List<String> findings) {
        Span span = stated;
        String from = stated.currency();
        String to = quantity.currency();
        if (quantity.dimension() == Dimension.MONEY
                && from != null
                && to != null
                && !from.equals(to)) {
            double factor = factor(from, to, asOf, asOf);
            if (Double.isNaN(factor)) {
                throw new IllegalStateException(
                        "The amount (%s) in (%s) cannot be converted to (%s).%nMaybe add the rates to money.rates."
                                .formatted(quantity.key(), from, to));
            }
            span = stated.times(factor, to);
        }
        return new Weighing(quantity, span.currency(), lawOf(span), List.of(), false, findings);
    }

    /// The law of one range: triangular when it has a typical value, else uniform.
    static Law lawOf(Span span) {
        return Law.of(span.low(), Double.isNaN(span.mode()) ? null : span.mode(), span.high());
    }

    // ---------------------------------------------------------------- claims about a value

    private Weighing claimed(Quantity quantity, Quantity.Claimed basis) {
        var trial = new Trial(this, quantity, about(basis.of()), basis.scale(), basis.at());
        if (!basis.use().isEmpty()) {
            trial.setAside(c -> !basis.use().contains(c.id()), "not chosen by the scenario");
        }
        trial.dropUnknown();
        if (trial.standing().anyMatch(c -> c.status() == Claim.Status.ACTUAL)) {
            trial.setAside(
                    c -> c.status() == Claim.Status.FORECAST || c.status() == Claim.Status.PROMISED,
                    "a forecast; what happened is known");
        }
        trial.dropCopies();
        trial.dropOutliers();
        trial.dropWeightless();
        return trial.weighing(basis.law(), false);
    }

    // ---------------------------------------------------------------- milestones

    private Weighing foretold(Quantity quantity, String of) {
        var trial = new Trial(this, quantity, about(of), 1, null);
        trial.dropUnknown();
        boolean settled =
                trial.standing()
                        .anyMatch(c -> c.status() == Claim.Status.ACTUAL && c.grade() != Grade.D);
        if (settled) {
            trial.setAside(
                    c -> c.status() == Claim.Status.FORECAST || c.status() == Claim.Status.PROMISED,
                    "a forecast; it has come");
            trial.setAside(c -> c.status() != Claim.Status.ACTUAL, "does not say what happened");
            trial.dropVaguer();
            trial.dropCopies();
            trial.dropWeightless();
        } else {
            trial.setAside(
                    c -> c.status() != Claim.Status.FORECAST && c.status() != Claim.Status.PROMISED,
                    "neither a forecast nor a promise");
            trial.setAside(c -> c.madeOn() == null, "not known when it was made");
            trial.dropCopies();
            trial.dropWeightless();
            LocalDate newest =
                    trial.standing()
                            .map(Claim::madeOn)
                            .filter(d -> d != null)
                            .max(Comparator.naturalOrder())
                            .orElse(asOf);
            trial.setAside(
                    c ->
                            c.madeOn() != null
                                    && c.madeOn().isBefore(newest.minusMonths(RECENT_MONTHS)),
                    "older than the newest forecast by more than " + RECENT_MONTHS + " months");
        }
        return trial.weighing(Quantity.LawRule.MIXTURE, settled);
    }

    /// The due date of a milestone: the latest official promise known on the day, else the earliest
    /// forecast.
    public @Nullable Span dueDate(String of) {
        return about(of).stream()
                .filter(c -> c.span() != null && c.dimension() == Dimension.DATE && known(c))
                .filter(c -> c.status() == Claim.Status.PROMISED)
                .max(
                        Comparator.comparingInt((Claim c) -> c.grade() == Grade.D ? 0 : 1)
                                .thenComparing(
                                        c -> c.madeOn() == null ? LocalDate.MIN : c.madeOn()))
                .or(() ->
                        about(of).stream()
                                .filter(c ->
                                        c.span() != null
                                                && c.dimension() == Dimension.DATE
                                                && known(c))
                                .filter(c ->
                                        c.status() == Claim.Status.FORECAST && c.madeOn() != null)
                                .min(
                                        Comparator.comparing(c ->
                                                c.madeOn() == null ? LocalDate.MAX : c.madeOn())))
                .map(Claim::span)
                .orElse(null);
    }

    /// What happened, whatever the day: the span of all actual claims, or null while nothing has.
    /// For hindcasts only.
    public @Nullable Span happened(String of) {
        List<Span> actual =
                about(of).stream()
                        .filter(c ->
                                c.status() == Claim.Status.ACTUAL
                                        && c.grade() != Grade.D
                                        && c.dimension() == Dimension.DATE)
                        .map(Claim::span)
                        .filter(s -> s != null)
                        .toList();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Span span : actual) {
            if (actual.stream().noneMatch(o -> vaguer(span, o))) {
                low = Math.min(low, span.low());
                high = Math.max(high, span.high());
            }
        }
        return low > high ? null : new Span(low, Double.NaN, high, null);
    }

    /// Whether period `a` holds period `b` and is longer by more than a quarter of a year.
    static boolean vaguer(Span a, Span b) {
        return a.low() <= b.low()
                && a.high() >= b.high()
                && a.high() - a.low() > b.high() - b.low() + 92;
    }

    /// Whether any forecast or promise of a milestone is known.
    public boolean foretells(String of) {
        return about(of).stream()
                .anyMatch(c ->
                        known(c)
                                && c.span() != null
                                && c.madeOn() != null
                                && (c.status() == Claim.Status.FORECAST
                                        || c.status() == Claim.Status.PROMISED));
    }

    /// The weight of a grade.
    double weight(Grade grade) {
        return weights.getOrDefault(grade, 0.0);
    }

    boolean known(Claim claim) {
        LocalDate day = claim.knownOn();
        return day == null || !day.isAfter(asOf);
    }

    @Nullable Span convert(Claim claim, Quantity quantity, double scale, @Nullable LocalDate at) {
        Span span = claim.span();
        if (span == null || claim.dimension() != quantity.dimension()) {
            return null;
        }
        String from = span.currency();
        String to = quantity.currency();
        if (quantity.dimension() != Dimension.MONEY
                || from == null
                || to == null
                || from.equals(to)) {
            return scale == 1 ? span : span.times(scale, from);
        }
        LocalDate last = at != null ? at : rateDay(claim);
        LocalDate first = at != null || claim.asOf() == null ? last : claim.appliesFrom();
        double factor = factor(from, to, first == null ? last : first, last);
        return Double.isNaN(factor) ? null : span.times(scale * factor, to);
    }

    private LocalDate rateDay(Claim claim) {
        LocalDate day = claim.asOf() != null ? claim.asOf() : claim.knownOn();
        return day != null ? day : asOf;
    }

    /// Units of `to` for one of `from`, for a value of the time from `first` to `last`; NaN when
    /// one of them has no known rate.
    private double factor(String from, String to, LocalDate first, LocalDate last) {
        return perPivot(to, first, last) / perPivot(from, first, last);
    }

    private double perPivot(String currency, LocalDate first, LocalDate last) {
        if (currency.equals(Currencies.PIVOT)) {
            return 1;
        }
        RateHistory history = rates.get(currency);
        return history == null ? Double.NaN : history.over(first, last);
    }

    /// The claim or publication from which a claim was copied in the end: two claims with one
    /// original count once.
    String original(Claim claim) {
        Claim at = claim;
        for (int i = 0; i < 20; i++) {
            if (at.copiedFrom().isEmpty()) {
                return at.id();
            }
            Claim next = claims.get(at.copiedFrom());
            if (next == null) {
                return "publication " + at.copiedFrom() + " " + at.text();
            }
            at = next;
        }
        return at.id();
    }
}
