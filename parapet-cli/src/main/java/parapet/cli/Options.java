package parapet.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parapet.io.results.RunFolder;
import parapet.quantity.Currencies;
import parapet.quantity.Dimension;
import parapet.quantity.Measures;
import parapet.quantity.Numbers;
import parapet.quantity.Span;

/// What the user asked for, command by command.
final class Options {
    private Options() {}

    /// How much the engines check themselves.
    enum Audit {
        /// Nothing.
        OFF,
        /// What costs little.
        NORMAL,
        /// Everything.
        FULL
    }

    /// One part of a run that is computed in several.
    ///
    /// @param index from 1
    /// @param of number of parts
    record Shard(int index, int of) {
        /// Reads `2/3`.
        static Shard parse(String text) {
            String[] parts = text.split("/", -1);
            try {
                int index = parts.length == 2 ? Integer.parseInt(parts[0].strip()) : 0;
                int of = parts.length == 2 ? Integer.parseInt(parts[1].strip()) : 0;
                if (index >= 1 && of >= index) {
                    return new Shard(index, of);
                }
            } catch (NumberFormatException e) {
                // told below, with the other mistakes
            }
            throw new IllegalArgumentException(
                    "expected i/n with i from 1 to n, such as 2/3; found " + text);
        }
    }

    /// What may follow a message: the cure behind a semicolon, or nothing.
    private static String cure(@Nullable String cure) {
        return cure == null ? "" : "; " + cure;
    }

    /// A number as people write it, see [Numbers].
    static BigDecimal number(String text) {
        Numbers.Reading reading = Numbers.read(text);
        BigDecimal value = reading.value();
        if (value == null) {
            throw new IllegalArgumentException(
                    "expected a number such as 12 or 1.5; found "
                            + reading.problem()
                            + cure(reading.cure()));
        }
        return value;
    }

    /// A whole number as people write it.
    static long whole(String text, long most) {
        BigDecimal value = number(text);
        if (value.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException("expected a whole number; found " + text);
        }
        if (value.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new IllegalArgumentException(
                    "expected a whole number up to %,d; found %s".formatted(most, text));
        }
        return value.longValueExact();
    }

    /// Name of a scenario: that of its folder.
    static String name(Path scenario) {
        Optional<RunFolder> run = ScenarioFolder.run(scenario);
        if (run.isPresent()) {
            return run.get().info().scenario();
        }
        Path name = scenario.toAbsolutePath().normalize().getFileName();
        return name == null ? "scenario" : name.toString();
    }

    /// `new`.
    ///
    /// @param folder folder to be made
    record New(Path folder) {}

    /// `check`.
    ///
    /// @param scenarios scenario folders
    /// @param asOf only claims known by then; null for all
    /// @param all whether each warning is listed, not one of each kind
    record Check(List<Path> scenarios, @Nullable LocalDate asOf, boolean all) {}

    /// `explain`.
    ///
    /// @param scenario scenario folder
    /// @param keys keys of quantities, claims, plans or anything else that has a key
    /// @param asOf only claims known by then; null for all
    record Explain(Path scenario, List<String> keys, @Nullable LocalDate asOf) {}

    /// `claim`.
    ///
    /// @param scenario scenario folder
    /// @param edit what becomes of the evidence
    /// @param claim columns of `claims.csv` that were given; with `id` for a claim that is there
    /// @param source columns of `sources.csv` that were given, for a new source
    record Claim(Path scenario, Edit edit, Map<String, String> claim, Map<String, String> source) {
        /// What becomes of the evidence.
        enum Edit {
            /// Nothing: the claim is checked and shown.
            CHECK,
            /// A row is added.
            ADD,
            /// Cells of a row are changed.
            CORRECT,
            /// A row stays to be read and counts no more.
            WITHDRAW
        }
    }

    /// `run`.
    ///
    /// @param scenario scenario folder
    /// @param out folder for results
    /// @param seed seed; null for that of the scenario
    /// @param threads number of threads
    /// @param quick whether a small run for a first look
    /// @param asOf only claims known by then; null for all
    /// @param plans keys of the plans to run; empty for all
    /// @param shard the part to compute; null for the whole
    /// @param fresh whether to begin anew
    /// @param audit self-checks
    /// @param halfWidth half-width of the availability at which to stop, in points; null for a
    ///   fixed number of draws
    record Run(
            Path scenario,
            Path out,
            @Nullable Long seed,
            int threads,
            boolean quick,
            @Nullable LocalDate asOf,
            List<String> plans,
            @Nullable Shard shard,
            boolean fresh,
            Audit audit,
            @Nullable Double halfWidth) {
        /// The folder of the finished run.
        Path folder() {
            return out.resolve(name(scenario));
        }
    }

    /// `merge`.
    ///
    /// @param scenario scenario folder
    /// @param shards shard folders
    /// @param out folder for results
    /// @param threads number of threads
    record Merge(Path scenario, List<Path> shards, Path out, int threads) {
        /// The folder of the finished run.
        Path folder() {
            return out.resolve(name(scenario));
        }
    }

    /// What the commands about the sky alone share.
    ///
    /// @param scenario scenario folder
    /// @param plan key of the plan; null for the reference plan
    /// @param ready keys of the units and groups that are ready; empty for those of the plan
    /// @param seed seed; null for that of the scenario
    /// @param asOf only claims known by then; null for all
    /// @param sets keys set to other values, each `KEY=VALUE`
    record Ready(
            Path scenario,
            @Nullable String plan,
            List<String> ready,
            @Nullable Long seed,
            @Nullable LocalDate asOf,
            List<String> sets) {}

    /// `coverage`.
    ///
    /// @param of class of target; null for the covering class of the scenario
    /// @param out folder for a GeoTIFF; null for none
    /// @param section the only table to show; null for all
    record Coverage(Ready who, @Nullable String of, @Nullable Path out, @Nullable String section) {}

    /// `raid`.
    ///
    /// @param raid key of the raid; null for all
    /// @param draws draws of the uncertain inputs
    /// @param section the only table to show; null for all
    /// @param threads number of threads
    /// @param log file for the record of one draw; null for none
    /// @param draw that draw, from 0
    record Raid(
            Ready who,
            @Nullable String raid,
            int draws,
            @Nullable String section,
            int threads,
            @Nullable Path log,
            int draw) {}

    /// `why`.
    ///
    /// @param run folder of a finished run
    /// @param target name of a target; null to list them
    /// @param scenario folder of the scenario; null for the one that the run names
    /// @param plan key of a plan; null for the reference plan
    /// @param draw draw, from 0; null for the first
    /// @param date day on which the raid comes; null for the last of the study
    /// @param raid key of a raid; null for that of the target
    record Why(
            Path run,
            @Nullable String target,
            @Nullable Path scenario,
            @Nullable String plan,
            @Nullable Integer draw,
            @Nullable LocalDate date,
            @Nullable String raid) {
        /// Whether a battle is named that is not the one whose stories the run holds.
        boolean again() {
            return scenario != null || plan != null || draw != null || date != null || raid != null;
        }
    }

    /// What `sustain --optimise` decides.
    enum Decision {
        /// Spare parts for money.
        SPARES,
        /// Where each part is repaired.
        REPAIR,
        /// Places of a shop.
        PLACES,
        /// The day on which a site opens.
        OPENING,
        /// The last order of a part.
        LAST_BUY;

        /// Reads a word.
        static Decision parse(String text) {
            for (Decision d : values()) {
                if (d.word().equals(text)) {
                    return d;
                }
            }
            throw new IllegalArgumentException(
                    "expected spares, repair, places, opening or last-buy; found " + text);
        }

        /// The word on the command line.
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// An amount of money.
    ///
    /// @param amount in units of the currency
    /// @param currency its code
    record Amount(double amount, String currency) {
        /// Reads an amount such as `300 million` of a currency.
        static Amount parse(String text) {
            Measures.Reading reading = Measures.read(text, Dimension.MONEY);
            Span span = reading.span();
            if (span == null || !span.single() || span.currency() == null || span.low() < 0) {
                throw new IllegalArgumentException(
                        "expected an amount such as \""
                                + Currencies.example(300e6, Currencies.PIVOT)
                                + "\"; found "
                                + (reading.problem() == null ? text : reading.problem())
                                + cure(reading.cure()));
            }
            return new Amount(span.low(), span.currency());
        }
    }

    /// Money for spares, of one year or once.
    ///
    /// @param year in which it may be spent; null for at once
    /// @param amount how much
    record Budget(@Nullable Integer year, Amount amount) {
        /// Reads an amount, or a year, a colon and an amount.
        static Budget parse(String text) {
            int colon = text.indexOf(':');
            if (colon < 0) {
                return new Budget(null, Amount.parse(text));
            }
            String year = text.substring(0, colon).strip();
            if (!year.matches("\\d{4}")) {
                throw new IllegalArgumentException(
                        "expected a year such as \"2027: "
                                + Currencies.example(60e6, Currencies.PIVOT)
                                + "\"; found "
                                + year);
            }
            return new Budget(Integer.valueOf(year), Amount.parse(text.substring(colon + 1)));
        }
    }

    /// `sustain`.
    ///
    /// @param scenario scenario folder
    /// @param plan key of the plan; null for the reference plan
    /// @param on the day decided for, or about; null for the next day of the study
    /// @param draws draws of the uncertain inputs
    /// @param seed seed; null for that of the scenario
    /// @param asOf only claims known by then; null for all
    /// @param threads number of threads
    /// @param decision what to decide; null to show the fleet only
    /// @param budget money for spares, all at once; null for none
    /// @param yearly money for spares by year and currency, which lapses with the year
    /// @param target share to be reached, 0..1; null for none
    /// @param worth money that a ready unit-year is worth, or that a missing part costs; null for
    ///   none said
    /// @param item key of the site or part that the decision is about; null for none
    /// @param slip months by which each milestone comes later; null for no such question
    /// @param out folder for the picture
    /// @param section the only table to show; null for all
    record Sustain(
            Path scenario,
            @Nullable String plan,
            @Nullable LocalDate on,
            int draws,
            @Nullable Long seed,
            @Nullable LocalDate asOf,
            int threads,
            @Nullable Decision decision,
            @Nullable Amount budget,
            List<Budget> yearly,
            @Nullable Double target,
            @Nullable Amount worth,
            @Nullable String item,
            @Nullable Double slip,
            @Nullable Path out,
            @Nullable String section) {}

    /// `score`.
    ///
    /// @param record file of the record
    /// @param from first month that is judged; null for all
    /// @param detail whether to show a row for each class-month
    /// @param defence scenario whose defence is fought against; null for that which comes with
    ///   Parapet
    /// @param nights table of nights by class, half-year and size; null for none
    /// @param section the one section that is shown; null for all
    record Score(
            Path record,
            @Nullable YearMonth from,
            boolean detail,
            @Nullable Path defence,
            @Nullable Path nights,
            @Nullable String section) {}

    /// `verify`.
    ///
    /// @param cases file of cases; null for those that come with Parapet
    /// @param strict whether a case that is not computed is a failure
    record Verify(@Nullable Path cases, boolean strict) {}

    /// `schema`.
    ///
    /// @param out file to write; null for the standard output
    record Schema(@Nullable Path out) {}
}
