package parapet.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parapet claim`: a claim of a new publication, checked and added to the evidence; one that is
/// there, corrected or withdrawn.
@Command(
        name = "claim",
        description = {
            "Check a claim of a new publication and add it to the evidence of a scenario.",
            "Without --add it is checked and shown, and nothing is written.",
            "A claim that is there is corrected or withdrawn with a note that says why."
        },
        footer = {
            "",
            "Example:",
            "  parapet claim scenarios/full --add --of repair-time \\",
            "    --statement 'A repair takes nine months' --value 9 --unit month \\",
            "    --status reported --as-of 2026-02 --source audit-2026 --grade B \\",
            "    --publisher 'The auditor' --title 'Audit of 2026' --published 2026-02-10",
            "  parapet claim scenarios/full --correct repair-1 --value 10 --note 'misread before'",
            "  parapet claim scenarios/full --withdraw repair-1 --note 'retracted by the publisher'"
        })
final class ClaimCommand extends Commands.Base {
    @Parameters(
            paramLabel = "SCENARIO",
            description = "Scenario folder.",
            converter = ScenarioFolder.class)
    private Path scenario = Path.of("");

    @Option(names = "--add", description = "Write it into the scenario.")
    private boolean add;

    @Option(
            names = "--correct",
            paramLabel = "KEY",
            description = "Change what is given of this claim; the rest stays. Says why in --note.")
    private @Nullable String correct;

    @Option(
            names = "--withdraw",
            paramLabel = "KEY",
            description =
                    "Let this claim count no more; its row stays to be read. Says why in --note.")
    private @Nullable String withdraw;

    @Option(
            names = "--id",
            paramLabel = "KEY",
            description = "Key of the claim (default: made from its source).")
    private @Nullable String id;

    @Option(names = "--of", paramLabel = "KEY", description = "Quantity it speaks of.")
    private @Nullable String of;

    @Option(names = "--statement", paramLabel = "TEXT", description = "What is claimed, in words.")
    private @Nullable String statement;

    @Option(
            names = "--value",
            paramLabel = "VALUE",
            description = "The value as published: number, date, month, year or words.")
    private @Nullable String value;

    @Option(
            names = "--low",
            paramLabel = "VALUE",
            description = "Least value, when a range is claimed.")
    private @Nullable String low;

    @Option(
            names = "--high",
            paramLabel = "VALUE",
            description = "Greatest value, when a range is claimed.")
    private @Nullable String high;

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            description =
                    "Unit of the value, such as million and the code of a currency, month, date.")
    private @Nullable String unit;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "actual, forecast, promised, announced or reported.")
    private @Nullable String status;

    @Option(
            names = "--made-on",
            paramLabel = "DATE",
            description = "Day on which a forecast or promise was made.")
    private @Nullable String madeOn;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Date to which the value applies.")
    private @Nullable String asOf;

    @Option(names = "--source", paramLabel = "KEY", description = "Key of the source.")
    private @Nullable String source;

    @Option(names = "--grade", paramLabel = "A-D", description = "Grade of the claim.")
    private @Nullable String grade;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "reported, analogy, derived or assumption.")
    private @Nullable String kind;

    @Option(
            names = "--copied-from",
            paramLabel = "KEY",
            description = "Claim or publisher it was copied from.")
    private @Nullable String copiedFrom;

    @Option(names = "--formula", paramLabel = "TEXT", description = "Formula of a derived value.")
    private @Nullable String formula;

    @Option(names = "--note", paramLabel = "TEXT", description = "Anything a reader should know.")
    private @Nullable String note;

    @Option(
            names = "--publisher",
            paramLabel = "NAME",
            description = "Publisher, for a new source.")
    private @Nullable String publisher;

    @Option(names = "--title", paramLabel = "TEXT", description = "Title, for a new source.")
    private @Nullable String title;

    @Option(
            names = "--published",
            paramLabel = "DATE",
            description = "Date of publication, for a new source.")
    private @Nullable String published;

    private final Actions actions;

    ClaimCommand(Actions actions, Console console) {
        super(console);
        this.actions = actions;
    }

    @Override
    public Integer call() {
        Map<String, String> claim = new LinkedHashMap<>();
        put(claim, "id", id);
        put(claim, "of", of);
        put(claim, "statement", statement);
        put(claim, "value", value);
        put(claim, "low", low);
        put(claim, "high", high);
        put(claim, "unit", unit);
        put(claim, "status", status);
        put(claim, "madeOn", madeOn);
        put(claim, "asOf", asOf);
        put(claim, "source", source);
        put(claim, "grade", grade);
        put(claim, "kind", kind);
        put(claim, "copiedFrom", copiedFrom);
        put(claim, "formula", formula);
        put(claim, "note", note);
        Map<String, String> paper = new LinkedHashMap<>();
        put(paper, "publisher", publisher);
        put(paper, "title", title);
        put(paper, "date", published);
        Options.Claim.Edit edit = edit(claim, paper);
        return actions.claim(new Options.Claim(scenario, edit, claim, paper), console());
    }

    private Options.Claim.Edit edit(Map<String, String> claim, Map<String, String> paper) {
        if ((add ? 1 : 0) + (correct == null ? 0 : 1) + (withdraw == null ? 0 : 1) > 1) {
            throw wrong("give one of --add, --correct and --withdraw");
        }
        String there = correct == null ? withdraw : correct;
        if (there == null) {
            if (claim.isEmpty()) {
                throw wrong(
                        "no claim is given; at least --statement, --value and --source are needed");
            }
            return add ? Options.Claim.Edit.ADD : Options.Claim.Edit.CHECK;
        }
        if (note == null || note.isBlank()) {
            throw wrong("say why in --note; the claim keeps it");
        }
        if (id != null) {
            throw wrong("the key of a claim stays as it is: leave out --id");
        }
        if (withdraw != null && (claim.size() > 1 || !paper.isEmpty())) {
            throw wrong("a claim is withdrawn as it stands: only --note goes with --withdraw");
        }
        if (correct != null && claim.size() == 1 && paper.isEmpty()) {
            throw wrong("say what is corrected, such as --value; the rest stays as it is");
        }
        claim.put("id", there);
        return correct == null ? Options.Claim.Edit.WITHDRAW : Options.Claim.Edit.CORRECT;
    }

    private static void put(Map<String, String> row, String column, @Nullable String value) {
        if (value != null) {
            row.put(column, value);
        }
    }
}
