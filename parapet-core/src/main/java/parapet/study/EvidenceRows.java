package parapet.study;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Claim;
import parapet.evidence.Quantity;
import parapet.evidence.RateHistory;
import parapet.evidence.Source;
import parapet.evidence.Standing;
import parapet.evidence.Weighing;
import parapet.quantity.Dimension;
import parapet.quantity.Measures;
import parapet.quantity.Show;
import parapet.quantity.Span;
import parapet.study.rows.ClaimRow;
import parapet.study.rows.ForecastRow;
import parapet.study.rows.QuantityRow;
import parapet.study.rows.WarningRow;
import parapet.tables.Rows;

/// The evidence of a study as rows: every quantity, every claim, every forecast, and what to be
/// warned of.
final class EvidenceRows {
    private final Setup setup;
    private final Set<String> drawn;
    private final Map<String, Weighing> weighings = new LinkedHashMap<>();
    private final Map<String, String> keyOfClaims = new HashMap<>();

    /// What the geometry of the sky is made of, once for all draws.
    private static final Pattern GEOMETRY =
            Pattern.compile(
                    "sky\\.(refraction|reach|places\\..+|radars\\.[^.]+\\.antenna"
                            + "|raids\\.[^.]+\\.waves\\.[^.]+\\.(bearing|width|distance))");

    /// Laws from which a value is drawn at each event.
    private static final Pattern EACH_TIME =
            Pattern.compile(".+\\.slip\\.[a-zA-Z]+|support\\.disruptions\\.[^.]+\\.lasts");

    /// @param drawn the quantities that were drawn
    EvidenceRows(Setup setup, Set<String> drawn) {
        this.setup = setup;
        this.drawn = drawn;
        setup.quantities()
                .byKey()
                .forEach((key, quantity) -> {
                    if (quantity.basis() instanceof Quantity.Later) {
                        return;
                    }
                    weighings.put(key, setup.realiser().weigh(quantity));
                    String of = of(quantity);
                    if (!of.isEmpty()) {
                        keyOfClaims.putIfAbsent(of, key);
                    }
                });
    }

    /// The law of the input that a claim is about, with every claim about it; null when no
    /// calculation uses it.
    @Nullable Weighing fedBy(Claim claim) {
        String key = keyOfClaims.get(claim.of());
        return key == null ? null : weighings.get(key);
    }

    void post(Rows rows) {
        weighings.forEach((key, weighing) -> quantity(rows, key, weighing));
        var voices = new HashMap<String, Weighing.Voice>();
        keyOfClaims
                .values()
                .forEach(key -> {
                    Weighing w = weighings.get(key);
                    if (w != null) {
                        w.voices().forEach(v -> voices.put(v.claim().id(), v));
                    }
                });
        for (Claim claim : setup.scenario().claims().values()) {
            claim(rows, claim, voices.get(claim.id()));
        }
        keyOfClaims.forEach((of, key) -> {
            Quantity q = setup.quantities().byKey().get(key);
            if (q != null && q.basis() instanceof Quantity.Foretold) {
                forecasts(rows, of);
            }
        });
    }

    private static String of(Quantity quantity) {
        return switch (quantity.basis()) {
            case Quantity.Claimed claimed -> claimed.of();
            case Quantity.Foretold foretold -> foretold.of();
            case Quantity.Later(var of, var _, var _) -> of(of);
            case Quantity.Stated _, Quantity.Assumed _ -> "";
        };
    }

    private void quantity(Rows rows, String key, Weighing w) {
        Quantity q = w.quantity();
        String currency = w.currency() == null ? "" : w.currency();
        Dimension d = q.dimension();
        String basis =
                switch (q.basis()) {
                    case Quantity.Claimed _ -> "claims";
                    case Quantity.Foretold _ -> "forecasts";
                    case Quantity.Assumed _ -> "assumption";
                    case Quantity.Stated _, Quantity.Later _ -> "stated";
                };
        Standing on = setup.realiser().evidence().standing(q);
        rows.add(
                new QuantityRow(
                        key,
                        basis,
                        of(q),
                        Show.unit(w.law().mean(), d, currency),
                        Show.text(w.law().low(), d, currency),
                        Show.text(w.law().mean(), d, currency),
                        Show.text(w.law().high(), d, currency),
                        q.basis() instanceof Quantity.Assumed a ? a.because() : "",
                        String.join("\n", setup.quantities().usedAt().getOrDefault(key, List.of())),
                        setup.quantityNames().getOrDefault(key, key),
                        used(key),
                        on.record(),
                        on.analogy(),
                        on.judgement()));
        for (String finding : w.findings()) {
            if (!(q.basis() instanceof Quantity.Assumed)) {
                rows.add(new WarningRow(key, finding, 1));
            }
        }
    }

    private String used(String key) {
        List<String> places = setup.quantities().usedAt().getOrDefault(key, List.of());
        if (drawn.contains(key)) {
            return "drawn";
        } else if (places.stream().anyMatch(p -> EACH_TIME.matcher(p).matches())) {
            return "drawn each time";
        }
        return places.stream().anyMatch(p -> GEOMETRY.matcher(p).matches())
                ? "typical value"
                : "mean";
    }

    private void claim(Rows rows, Claim c, Weighing.@Nullable Voice voice) {
        Source source = setup.scenario().sources().get(c.source());
        Span span = voice != null && voice.span() != null ? voice.span() : c.span();
        String currency = span == null || span.currency() == null ? "" : span.currency();
        String unit = span == null ? "" : Show.unit(span.typical(), c.dimension(), currency);
        boolean date = c.dimension() == Dimension.DATE;
        LocalDate rate = voice == null ? rateFrom(c) : null;
        LocalDate asOf = setup.options().asOf();
        rows.add(
                new ClaimRow(
                        c.id(),
                        c.of(),
                        c.statement(),
                        c.text(),
                        span == null
                                ? null
                                : (Double) (date ? span.low() : Show.in(span.low(), unit)),
                        span == null
                                ? null
                                : (Double) (date ? span.high() : Show.in(span.high(), unit)),
                        unit,
                        c.status().name().toLowerCase(Locale.ROOT),
                        c.madeOn(),
                        c.asOf(),
                        source == null ? "" : source.publisher(),
                        source == null ? "" : source.title(),
                        source == null ? "" : source.dateText(),
                        c.grade().name(),
                        c.kind().name().toLowerCase(Locale.ROOT),
                        c.copiedFrom(),
                        c.formula(),
                        c.note(),
                        voice != null
                                ? (Double) voice.share()
                                : rate == null ? null : (Double) (rate.isAfter(asOf) ? 0.0 : 1.0),
                        voice != null
                                ? voice.setAside()
                                : rate == null
                                        ? "recorded; no input of this release asks for it"
                                        : rate.isAfter(asOf) ? "not known on " + asOf : "",
                        voice != null && voice.flagged(),
                        source == null ? "" : source.address(),
                        source == null ? null : source.seen()));
    }

    /// The first day on which a claim was known as an exchange rate of the study; null when it is
    /// none.
    private @Nullable LocalDate rateFrom(Claim c) {
        for (var rate : setup.scenario().money().rates().entrySet()) {
            LocalDate from = RateHistory.knownFrom(c, rate.getValue().series(), rate.getKey());
            if (from != null) {
                return from;
            }
        }
        return null;
    }

    private void forecasts(Rows rows, String of) {
        Span happened = setup.realiser().evidence().happened(of);
        for (Claim c : setup.realiser().evidence().about(of)) {
            Span span = c.span();
            boolean dated = c.madeOn() != null || c.status() == Claim.Status.ACTUAL;
            if (span == null || c.dimension() != Dimension.DATE || !dated) {
                continue;
            }
            boolean vague =
                    happened != null
                            && (span.low() < happened.low() || span.high() > happened.high());
            if (c.status() == Claim.Status.ACTUAL && vague) {
                continue;
            }
            boolean foretold =
                    c.status() == Claim.Status.FORECAST || c.status() == Claim.Status.PROMISED;
            Source source = setup.scenario().sources().get(c.source());
            rows.add(
                    new ForecastRow(
                            of,
                            c.id(),
                            c.status().name().toLowerCase(Locale.ROOT),
                            c.madeOn() != null ? c.madeOn() : c.knownOn(),
                            day(span.low()),
                            day(span.high()),
                            happened != null && foretold
                                    ? (Double)
                                            ((happened.typical() - span.typical())
                                                    * 12
                                                    / Measures.DAYS_PER_YEAR)
                                    : null,
                            source == null ? "" : source.publisher(),
                            c.grade().name()));
        }
    }

    private static LocalDate day(double epochDay) {
        return LocalDate.ofEpochDay(Math.round(epochDay));
    }
}
