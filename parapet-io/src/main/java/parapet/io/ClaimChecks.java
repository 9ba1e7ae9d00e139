package parapet.io;

import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Claim;
import parapet.evidence.Grade;
import parapet.io.text.Diagnostic;
import parapet.io.text.Place;
import parapet.io.text.Tree;
import parapet.io.text.Words;
import parapet.quantity.Dimension;
import parapet.quantity.Span;
import parapet.scenario.Key;

/// Whether claims can stand for a quantity.
final class ClaimChecks {
    private final Binder binder;
    private final Evidence evidence;

    ClaimChecks(Binder binder, Evidence evidence) {
        this.binder = binder;
        this.evidence = evidence;
    }

    private boolean unknown(String of, Place at, String subject) {
        if (evidence.keys().contains(of) || evidence.doubtful(of)) {
            return false;
        }
        binder.report(
                Diagnostic.error(
                                at,
                                "%s: no claim speaks of %s%s"
                                        .formatted(
                                                subject,
                                                Words.quoted(of),
                                                Words.didYouMean(of, evidence.keys())))
                        .noting("keys of claims: " + Words.list(evidence.keys())));
        return true;
    }

    /// Checks that the claims with a key can stand for a quantity; returns their currency.
    @Nullable String claims(
            Key key, String of, List<Tree.Scalar> use, double scale, Place at, String subject) {
        if (unknown(of, at, subject)) {
            return null;
        }
        List<Claim> all = evidence.claims(of);
        var ids = new TreeSet<String>();
        all.forEach(c -> ids.add(c.id()));
        var chosen = new HashSet<String>();
        for (Tree.Scalar id : use) {
            chosen.add(id.text());
            if (!ids.contains(id.text()) && !evidence.doubtful(of)) {
                binder.report(
                        Diagnostic.error(
                                        id.place(),
                                        "%s: the claim %s %s%s"
                                                .formatted(
                                                        subject,
                                                        Words.quoted(id.text()),
                                                        evidence.knowsClaim(id.text())
                                                                ? "speaks of something else"
                                                                : "does not exist",
                                                        Words.didYouMean(id.text(), ids)))
                                .noting("claims of %s: %s".formatted(of, Words.list(ids))));
            }
        }
        String currency = null;
        boolean any = false;
        for (Claim c : all) {
            if (c.span() == null || !(chosen.isEmpty() || chosen.contains(c.id()))) {
                continue;
            }
            any = true;
            if (c.dimension() != key.dimension()) {
                binder.report(
                        Diagnostic.error(
                                        at,
                                        "%s: the claim \"%s\" (%s) is %s"
                                                .formatted(
                                                        subject,
                                                        c.id(),
                                                        c.where(),
                                                        Binder.article(c.dimension())))
                                .expecting(Binder.article(key.dimension()))
                                .finding(Words.quoted(c.text())));
            } else {
                outOfRange(key, c, c.span().times(scale, c.span().currency()), at, subject);
                currency = currency == null ? c.span().currency() : currency;
                if (c.span().currency() != null && key.dimension() == Dimension.MONEY) {
                    binder.facts.currencies.add(
                            new Facts.Currency(
                                    c.span().currency(),
                                    at,
                                    "%s: claim \"%s\"".formatted(subject, c.id())));
                }
            }
        }
        if (!any && !evidence.doubtful(of)) {
            binder.report(
                    Diagnostic.error(
                                    at,
                                    "%s: no claim of %s gives a number"
                                            .formatted(subject, Words.quoted(of)))
                            .expecting(Binder.article(key.dimension())));
        }
        return currency;
    }

    private void outOfRange(Key key, Claim c, Span span, Place at, String subject) {
        double most = key.dimension().most();
        boolean sense = Math.abs(span.low()) <= most && Math.abs(span.high()) <= most;
        boolean inside = sense && key.range().allows(span.low()) && key.range().allows(span.high());
        if (!inside && c.grade() != Grade.D) {
            binder.report(
                    Diagnostic.error(
                                    at,
                                    "%s must be %s, but the claim \"%s\" (%s) is not"
                                            .formatted(
                                                    subject,
                                                    sense
                                                            ? key.range().words()
                                                            : key.dimension().mostWords()
                                                                    + " at most",
                                                    c.id(),
                                                    c.where()))
                            .finding(Words.quoted(c.text()))
                            .noting("correct the claim, grade it D, or leave it out by `use`"));
        }
    }
}
