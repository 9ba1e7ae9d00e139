package parapet.io.realised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.io.ReadResult;
import parapet.sim.Audit;
import parapet.study.ReadyRaid;
import parapet.study.Setup;

/// A raid against a force that is ready, by hand: one battery with 20 rounds that never miss
/// against 15 targets a night on three nights stops 20 of 45.
class ReadyRaidByHandTest {
    private static final String TEXT =
            Realised.HEAD
                    + """
                    catalogue:
                      parts: {p: {meanTimeBetweenFailures: 1000 year, price: 1 USD}}
                      missiles: {mm: {price: 1 USD, life: 30 year}}
                      units: {u: {slots: {a: {part: p}}, batteries: {b: {count: 1, degraded: 0}}, missiles: {mm: 20}}}
                    support: {sites: {base: {place: a}}}
                    programme: {contracts: {c: {signed: 2020-01-01, price: 1 USD, deliveries: {u1: {type: u, base: base, arrives: 2020-01-01}}}}}
                    sky:
                      reach: 100 km
                      places: {a: {latitude: 10 deg, longitude: 65 deg}}
                      radars: {r: {detects: 400 km, crossSection: 1 m2, scan: 1 s, confirm: 1, of: 1, tracks: 1000}}
                      targets: {t: {speed: 200 m/s, height: 5000 m, crossSection: 1 m2, price: 3 million USD}}
                      rounds: {m: {most: 60 km, highest: 20 km, speed: 1000 m/s, price: 2 million USD, against: {t: {kill: 100 %}}}}
                      batteries: {b: {search: r, engage: r, channels: 100, reaction: 5 s, assessment: 5 s, salvo: 1, looks: 1, launchers: {m: {count: 2, each: 10}}}}
                      raids: {x: {nights: 3, waves: {w: {target: t, count: 15, toward: a, bearing: 270 deg, width: 0 deg, lanes: 1, distance: 150 km, within: 0 s}}}}
                    study: {draws: 2}
                    plans: {baseline: {name: As written}}
                    """;

    @TempDir Path folder;

    private ReadyRaid.Fought fought(String raid, Set<String> ready) {
        ReadResult read = Realised.read(folder, TEXT);
        var setup =
                new Setup(
                        read.scenarioOrThrow(),
                        List.of(read.plan("baseline")),
                        new Setup.Options(1, 2, 2, 1, null, LocalDate.of(2021, 6, 30), Audit.FULL));
        return new ReadyRaid(setup, read.plan("baseline"), raid, ready).fight(1);
    }

    @Test
    void whoIsReadyFights() {
        assertThat(fought("x", Set.of("u1")).costExchange())
                .as("20 rounds of 2 million for 20 targets of 3 million")
                .isCloseTo(2 / 3.0, within(1e-12));
        assertThat(fought("x", Set.of()).costExchange()).as("nobody fires").isZero();
        assertThatThrownBy(() -> fought("y", Set.of())).hasMessage("The raid (y) is not known.");
    }
}
