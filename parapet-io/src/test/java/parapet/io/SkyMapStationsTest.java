package parapet.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.radar.CoverageMap;
import parapet.study.SkyMap;

/// The map takes means of ranges by owner and radar: where batteries stand at other places in each
/// draw, a range that no draw changes stays.
class SkyMapStationsTest {
    @TempDir Path folder;

    /// The map of the first draw and that of the means of 40 draws.
    private void sameMap(String text) throws IOException {
        Files.writeString(
                folder.resolve("scenario.yaml"),
                text.replace("reach: 50 km", "reach: 500 km")
                        .replace("@HOME", "")
                        .replace("@MORE", "  covering: t"));
        ReadResult read = ScenarioReader.read(folder);
        SkyMap one =
                Objects.requireNonNull(
                        SkyMap.of(FamiliesTest.setup(read, 1), read.plan("baseline")));
        SkyMap many =
                Objects.requireNonNull(
                        SkyMap.of(FamiliesTest.setup(read, 40), read.plan("baseline")));
        assertThat(many.draws()).isEqualTo(40);
        for (int h = 0; h < 3; h++) {
            same(one, one.seen(), many.seen(), h);
            same(one, one.reached(), many.reached(), h);
        }
    }

    private static void same(SkyMap posts, CoverageMap one, CoverageMap many, int height) {
        double area = one.areaKm2(height, posts.posts(o -> true), 1);
        assertThat(area).isPositive();
        assertThat(many.areaKm2(height, posts.posts(o -> true), 1)).isCloseTo(area, within(1e-6));
    }

    /// A group of another number of batteries in each draw.
    @Test
    void aGroupApart() throws IOException {
        sameMap(
                FamiliesTest.SKY.replace(
                        "@MORE",
                        "    roaming: {battery: b, count: 1..4, alternatives: {a: 1, b: 1, c: 1, d: 1}, apart: true, rounds: {m: 100}}\n@MORE"));
    }

    /// A unit of three types of battery: the radars and rounds of the second reach less far, the
    /// first and the third have one radar where they stand together and two where they do not.
    @Test
    void batteriesOfOneUnitApart() throws IOException {
        sameMap(
                FamiliesTest.SKY
                        .replace("@HOME", "alternatives: {a: 1, b: 1, c: 1, d: 1}, apart: true")
                        .replace(
                                "batteries: {b: {count: 1}}",
                                "batteries: {b: {count: 2}, s: {count: 2}, c: {count: 2}}")
                        .replace(
                                "radars: {r:",
                                "radars: {short: {detects: 40 km, crossSection: 1 m2, most: 40 km}, r:")
                        .replace(
                                "rounds: {m: {most",
                                "rounds: {near: {most: 15 km, highest: 20 km, speed: 1000 m/s, against: {t: {kill: 100 %}}}, m: {most")
                        .replace(
                                "batteries: {b: {search",
                                "batteries: {c: {search: r, engage: r, channels: 1, launchers: {m: {count: 1, each: 10}}}, s: {search: short, engage: short, channels: 1, launchers: {near: {count: 1, each: 10, missile: m}}}, b: {search"));
    }
}
