package parapet.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parapet.io.text.Diagnostics;

class WarningsTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    scenario.yaml | repairsAt: [depot, maker] | repairsAt: [maker] | site "depot": no site sends parts to its shop
                    scenario.yaml | {supplier: maker, repairsAt: [depot, maker]} | {} | site "base": nobody repairs or replaces the parts of its units
                    scenario.yaml | maker:~      shop: | maker:~      active: false~      shop: | -
                    scenario.yaml | slots:~        radar: {part: radar, count: 2} | slots: {} | part "radar": it is in no slot of any unit
                    scenario.yaml | units: | missiles: {long: {price: {assume: 1 million USD, because: x}, life: {assume: 9 year, because: x}}}~  units: | missile "long": no unit carries it
                    scenario.yaml | {assume: 900 million USD, because: notional} | 900 million USD | programme.contracts.first.price: a value without a source
                    scenario.yaml | squadron-1: {type | squadron-1: {type: squadron, base: base, arrives: 2027}~    again:~      signed: 2026~      price: {assume: 1 million USD, because: x}~      deliveries:~        squadron-1: {type | delivery "squadron-1": another contract has a delivery of this id
                    scenario.yaml | {supplier: maker, repairsAt: [depot, maker]} | {supplier: maker, repairsAt: [depot, maker], helpers: [maker]} | site "base": "maker" helps it and is its supplier
                    scenario.yaml | {supplier: maker, repairsAt: [depot, maker]} | {supplier: maker, repairsAt: [depot, maker], crews: {count: 0}} | site "base": without a crew no part is ever mended or fitted there
                    scenario.yaml | {supplier: maker, repairsAt: [depot, maker]} | {supplier: maker, repairsAt: [depot, maker], cannibalise: {}} | site "base": parts are moved between units, but only one unit is based there
                    scenario.yaml | {supplier: maker, repairsAt: [depot, maker]} | {supplier: maker, repairsAt: [depot, maker], policies: {radar: {reorderPoint: 1, lot: 2}}} | site "base": lots of part "radar" replace scrapped ones, but none is scrapped
                    scenario.yaml | {supplier: maker, repairsAt: [depot, maker]} | {supplier: maker, repairsAt: [depot, maker]}~    near: {helpers: [base]} | site "near": it is helped, but no unit is based there and it supplies no site
                    scenario.yaml | spares: {radar: 2} | spares: {radar: 2}~      tasks: {check: {together: {assume: 1 year, because: x}, at: {base: {time: {assume: 1 day, because: x}}}}} | task "check": no other task takes the unit to one of its sites
                    scenario.yaml | spares: {radar: 2}~support:~  sites:~    base: {supplier | spares: {radar: 2}~      tasks: {check: {crews: 3, at: {base: {time: {assume: 1 day, because: x}}}}}~support:~  sites:~    base: {crews: {count: 2}, supplier | task "check": it needs 3 crews, but site "base" never has as many
                    scenario.yaml | catalogue: | money: {budgets: {2090-91: {amount: {assume: 1 million USD, because: x}}}}~catalogue: | budget "2090-91": the year lies outside the simulated time
                    scenario.yaml | {assume: 900 million USD, because: notional} | {assume: 900 million USD, because: notional}~      milestones: {test: {share: {assume: 1 %, because: x}, when: date, date: 2001}} | milestone "test" of contract "first": it is due before the contract is signed
                    scenario.yaml | {assume: 900 million USD, because: notional} | {assume: 900 million USD, because: notional}~      milestones: {test: {share: {assume: 1 %, because: x}, when: date, date: 2090}} | milestone "test" of contract "first": it is due after the simulated time and never paid in it
                    scenario.yaml | support: | support:~  links: {there: {from: depot, to: maker, time: {assume: 9 day, because: x}}} | sites "base" and "maker" exchange parts without a link
                    claims.csv | c3,radar-mtbf | c4,mean-repair,Another,,6,12,month,,,2024,news-2025,,,,,~c3,radar-mtbf | claim "c4": no quantity uses "mean-repair"
                    sources.csv | news-2025,Defence | other,Defence news,Another,2024,C,~news-2025,Defence | source "other": no claim uses it
                    claims.csv | ,,6,12,month | ,100,,,month | claims "c1" and "c2" differ by a power of ten; a unit slip?
                    claims.csv | B,,,, | B,assumption,,, | claim "c3": an assumption has the grade B
                    """)
    void warnsAndStillReads(String file, String before, String after, String message)
            throws IOException {
        for (String name : new String[] {"scenario.yaml", "claims.csv", "sources.csv"}) {
            String text =
                    Files.readString(ExamplesTest.ROOT.resolve("scenarios/first").resolve(name));
            if (name.equals(file)) {
                assertThat(text).contains(before.replace("~", "\n"));
                text = text.replace(before.replace("~", "\n"), after.replace("~", "\n"));
            }
            Files.writeString(folder.resolve(name), text);
        }
        ReadResult result = ScenarioReader.read(folder);
        String shown = Diagnostics.render(result.diagnostics());
        assertThat(result.ok()).as(shown).isTrue();
        if (message.equals("-")) {
            assertThat(shown).isEmpty();
        } else {
            assertThat(shown).contains("warning: " + message);
        }
    }
}
