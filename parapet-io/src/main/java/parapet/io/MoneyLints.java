package parapet.io;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Quantity;
import parapet.programme.ProgrammeInput;
import parapet.quantity.FiscalYears;
import parapet.quantity.Span;
import parapet.scenario.Programme;
import parapet.scenario.Scenario;

/// Warnings about budgets and milestones that can be read but probably say something else than was
/// meant.
final class MoneyLints {
    private final Scenario base;
    private final SkyLints.Warnings out;

    private MoneyLints(Scenario base, SkyLints.Warnings out) {
        this.base = base;
        this.out = out;
    }

    static void run(Scenario base, SkyLints.Warnings out) {
        var lints = new MoneyLints(base, out);
        base.money().budgets().keySet().forEach(lints::budget);
        base.programme()
                .contracts()
                .forEach((id, c) ->
                        c.milestones().forEach((name, s) -> lints.milestone(id, c, name, s)));
    }

    private void budget(String name) {
        OptionalInt number = FiscalYears.number(name);
        var years = new FiscalYears(base.money().fiscalYear());
        if (number.isPresent()
                && (years.last(number.getAsInt()).isBefore(base.start())
                        || years.start(number.getAsInt()).isAfter(base.end()))) {
            out.warn(
                    "money.budgets." + name,
                    "budget \"%s\": the year lies outside the simulated time (%s to %s)"
                            .formatted(name, base.start(), base.end()),
                    "no money of that year is counted; leave the budget out");
        }
    }

    private void milestone(
            String contract, Programme.Contract c, String name, Programme.Milestone s) {
        String path = "programme.contracts.%s.milestones.%s".formatted(contract, name);
        String subject = "milestone \"%s\" of contract \"%s\": ".formatted(name, contract);
        boolean dated = s.when() == ProgrammeInput.When.DATE;
        if (s.unit() != null && !MoneyChecks.onUnit(s)) {
            out.warn(
                    path + ".unit",
                    subject + "unit is used only with when: arrival or when: service",
                    "set when, or leave unit out");
        }
        Quantity date = s.date();
        if (date == null) {
            return;
        }
        if (!dated) {
            out.warn(
                    path + ".date",
                    subject + "date is used only with when: date",
                    "set when, or leave date out");
            return;
        }
        Span day = stated(date);
        Span signed = stated(c.signed());
        if (day != null && signed != null && c.after() == null && day.high() < signed.low()) {
            out.warn(
                    path + ".date",
                    subject + "it is due before the contract is signed",
                    "give a later day, or pay it as the advance");
        } else if (day != null && LocalDate.ofEpochDay((long) day.low()).isAfter(base.end())) {
            out.warn(
                    path + ".date",
                    subject + "it is due after the simulated time and never paid in it",
                    "simulate longer, or take it for money that is not counted");
        }
    }

    private static @Nullable Span stated(Quantity q) {
        return switch (q.basis()) {
            case Quantity.Stated s -> s.span();
            case Quantity.Assumed a -> a.span();
            default -> null;
        };
    }
}
