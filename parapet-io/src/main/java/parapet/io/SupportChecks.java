package parapet.io;

import org.jspecify.annotations.Nullable;
import parapet.evidence.Quantity;
import parapet.scenario.Catalogue;

/// What the shape of the language cannot say about parts: keys that must fit each other.
final class SupportChecks {
    private SupportChecks() {}

    static void part(Catalogue.Part p, Evidence evidence, SkyChecks.Problems problems) {
        failure(p, problems);
        mended(p, evidence, problems);
        if (p.observed() != null && zero(p.rateScatter())) {
            problems.report(
                    "observed",
                    "removals were counted, but the rate is said to be known (rateScatter 0 %)",
                    "give rateScatter, such as 50 %; the count then sharpens the rate");
        }
        double least = 0;
        for (Catalogue.Inside inside : p.inside().values()) {
            least += SkyChecks.least(inside.share());
        }
        if (least > 1 + 1e-9) {
            problems.report(
                    "inside",
                    "the shares of the sub-parts add up to more than 100 %",
                    "at most one sub-part is the fault of one repair");
        }
    }

    private static void failure(Catalogue.Part p, SkyChecks.Problems problems) {
        boolean table = p.law() == Catalogue.Law.AGES;
        boolean time = p.meanTimeBetweenFailures() != null;
        boolean uses = p.meanUsesBetweenFailures() != null;
        if (table == p.ages().isEmpty()) {
            problems.report(
                    "ages",
                    table
                            ? "the law is ages, but there is no table of ages"
                            : "ages without the law",
                    "give both, or neither: law: ages and ages: {a: {share: 100 %, age: 900 h}}");
        } else if (table ? time || uses : time == uses) {
            problems.report(
                    "meanTimeBetweenFailures",
                    table
                            ? "the table of ages says it all"
                            : time
                                    ? "both meanTimeBetweenFailures and meanUsesBetweenFailures are given"
                                    : "nothing says how often it fails",
                    table
                            ? "leave the mean away"
                            : "give one of meanTimeBetweenFailures and meanUsesBetweenFailures");
        }
        boolean shaped = p.law() == Catalogue.Law.WEIBULL || p.law() == Catalogue.Law.LOGNORMAL;
        if (shaped == (p.shape() == null)) {
            problems.report(
                    "shape",
                    shaped ? "the law needs a shape" : "the law has no shape",
                    "laws with a shape are weibull and lognormal");
        }
        if (table) {
            ages(p, problems);
        }
    }

    private static void ages(Catalogue.Part p, SkyChecks.Problems problems) {
        double share = 0;
        double age = 0;
        for (Catalogue.Age point : p.ages().values()) {
            double nextShare = SkyChecks.most(point.share());
            double nextAge = SkyChecks.most(point.age());
            if (!(nextShare > share && nextAge > age)
                    || nextShare != SkyChecks.least(point.share())
                    || nextAge != SkyChecks.least(point.age())) {
                problems.report("ages", "ages and shares must be fixed numbers that rise", null);
                return;
            }
            share = nextShare;
            age = nextAge;
        }
        if (share != 1) {
            problems.report("ages", "the last share must be 100 %", null);
        }
    }

    /// A part that is mended on the spot goes on at its age, and none of a table gets older than
    /// its last age: one that is always mended would fail without end shortly before.
    private static void mended(Catalogue.Part p, Evidence evidence, SkyChecks.Problems problems) {
        Bounds share = Bounds.of(p.fieldRepairShare(), evidence);
        if (p.law() == Catalogue.Law.AGES && share != null && share.least() >= 1) {
            problems.report(
                    "fieldRepairShare",
                    "a part that is always mended on the spot goes on at its age, but none gets older than the last of its ages",
                    "write fieldRepairShare below 100 %, so that it is taken out in the end, or another law");
        }
    }

    private static boolean zero(@Nullable Quantity q) {
        return q == null || (SkyChecks.most(q) == 0 && stated(q));
    }

    private static boolean stated(Quantity q) {
        return q.basis() instanceof Quantity.Stated || q.basis() instanceof Quantity.Assumed;
    }
}
