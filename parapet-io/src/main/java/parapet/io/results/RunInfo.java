package parapet.io.results;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parapet.quantity.FiscalYears;

/// What `run.json` says about a finished run: enough to name it, to compare it and to make it
/// again. It holds no times and no paths, so that two equal runs have equal files.
///
/// @param title title of the scenario
/// @param scenario name of the scenario's folder
/// @param fingerprint hash of everything that the rows depend on
/// @param digest digest of the rows, see [Digest]
/// @param seed seed of all chance
/// @param draws number of draws
/// @param replications replications of each draw
/// @param plans keys of the plans, in the order of the scenario
/// @param asOf day up to which the evidence is used
/// @param quick whether it was a small run for a first look
/// @param version version of Parapet
/// @param tables number of rows of each table
/// @param warnings number of warnings
/// @param shards number of shards it was merged from; 1 when computed in one piece
/// @param command the command that computes it again
/// @param options options of the command that change results, by name; no paths
/// @param frame what of the scenario frames its answers
public record RunInfo(
        String title,
        String scenario,
        String fingerprint,
        String digest,
        long seed,
        int draws,
        int replications,
        List<String> plans,
        LocalDate asOf,
        boolean quick,
        String version,
        Map<String, Long> tables,
        int warnings,
        int shards,
        String command,
        Map<String, String> options,
        Frame frame) {
    /// Copies the collections.
    public RunInfo {
        plans = List.copyOf(plans);
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    /// What of the scenario frames the answers of a run.
    ///
    /// @param about what the scenario is about
    /// @param start first day simulated
    /// @param end last day simulated
    /// @param currency currency of the report
    /// @param reference key of the plan with which others are compared
    /// @param fiscalYears years of the books
    public record Frame(
            String about,
            LocalDate start,
            LocalDate end,
            String currency,
            String reference,
            FiscalYears fiscalYears) {}

    /// First twelve digits of the digest.
    public String shortDigest() {
        return digest.substring(0, Math.min(12, digest.length()));
    }
}
