package parapet.sustain;

import java.util.List;
import parapet.programme.Ledger;
import parapet.programme.MoneyCause;
import parapet.quantity.Calendar;
import parapet.quantity.Measures;

/// Yearly cost of units in service and of open sites, posted on the last tick of each year of
/// 365.2425 days and of the part of a year that is left at the end. It follows from the phases and
/// the first days of service alone, so it is reckoned after the run.
final class RunningCost {
    private static final double YEAR = Measures.DAYS_PER_YEAR * Calendar.DAY;

    private RunningCost() {}

    static void post(Run run) {
        long end = run.endTick;
        long from = 0;
        for (int year = 1; from < end; year++) {
            long to = Math.min(end, Math.round(year * YEAR));
            for (int u = 0; u < run.fleet.units; u++) {
                postUnit(run, u, Math.max(from, run.fleet.servesFrom(u)), to);
            }
            for (int s = 0; s < run.sites; s++) {
                postSite(run, s, from, to);
            }
            from = to;
        }
    }

    private static void postUnit(Run run, int unit, long from, long to) {
        double amount = 0;
        String currency = "";
        List<SustainInput.Phase> phases = run.input.phases();
        for (int i = 0; i < phases.size(); i++) {
            Network.UnitType type = phases.get(i).network().types().get(run.fleet.type[unit]);
            amount += type.yearlyCost() * share(phases, i, from, to);
            currency = type.currency();
        }
        post(run.ledger, to, run.input.units().get(unit).id(), currency, amount);
    }

    private static void postSite(Run run, int site, long from, long to) {
        double amount = 0;
        String currency = "";
        List<SustainInput.Phase> phases = run.input.phases();
        for (int i = 0; i < phases.size(); i++) {
            Network.Site s = phases.get(i).network().sites().get(site);
            amount += s.open() ? s.yearlyCost() * share(phases, i, from, to) : 0;
            currency = s.currency();
        }
        post(run.ledger, to, run.site[site].id(), currency, amount);
    }

    private static void post(Ledger ledger, long to, String about, String currency, double amount) {
        ledger.post(to - 1, MoneyCause.RUNNING, about, currency, amount);
    }

    /// Years of phase `i` within the ticks from `from` to `to`.
    private static double share(List<SustainInput.Phase> phases, int i, long from, long to) {
        long begin = Math.max(from, phases.get(i).fromTick());
        long end = i + 1 < phases.size() ? Math.min(to, phases.get(i + 1).fromTick()) : to;
        return Math.max(0, end - begin) / YEAR;
    }
}
