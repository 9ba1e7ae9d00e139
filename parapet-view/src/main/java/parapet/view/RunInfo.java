package parapet.view;

import java.time.LocalDate;
import parapet.quantity.FiscalYears;

/// What a run says about itself.
///
/// @param title title of the scenario
/// @param about what it is about
/// @param scenario name of the scenario
/// @param start first day simulated
/// @param end last day simulated
/// @param asOf day up to which the evidence is used
/// @param seed seed of all chance
/// @param draws draws of the uncertain inputs
/// @param replications replications of each draw
/// @param digest digest of the results
/// @param version version of the program
/// @param command command that repeats the run
/// @param currency currency of the report: INR, USD or RUB
/// @param reference key of the plan with which others are compared
/// @param fiscalYears years of the books
/// @param quick whether it was a small run for a first look
public record RunInfo(
        String title,
        String about,
        String scenario,
        LocalDate start,
        LocalDate end,
        LocalDate asOf,
        long seed,
        int draws,
        int replications,
        String digest,
        String version,
        String command,
        String currency,
        String reference,
        FiscalYears fiscalYears,
        boolean quick) {}
