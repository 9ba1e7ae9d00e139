package parapet.radar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DiscAreasTest {
    @Test
    void theLensOfTwoUnitDiscs() { // 2π/3 - √3/2
        double[] areas =
                DiscAreas.atLeast(
                        List.of(new DiscAreas.Disc(0, 0, 1), new DiscAreas.Disc(1, 0, 1)));
        double lens = 2 * Math.PI / 3 - Math.sqrt(3) / 2;
        assertThat(areas[1]).isCloseTo(lens, within(1e-12));
        assertThat(areas[0]).isCloseTo(2 * Math.PI - lens, within(1e-12));
    }

    @Test
    void equalNestedAndDistantDiscs() {
        double[] areas =
                DiscAreas.atLeast(
                        List.of(
                                new DiscAreas.Disc(0, 0, 2),
                                new DiscAreas.Disc(0, 0, 2),
                                new DiscAreas.Disc(0.5, 0, 1),
                                new DiscAreas.Disc(9, 9, 1)));
        assertThat(areas[0]).isCloseTo(5 * Math.PI, within(1e-12));
        assertThat(areas[1]).isCloseTo(4 * Math.PI, within(1e-12));
        assertThat(areas[2]).isCloseTo(Math.PI, within(1e-12));
        assertThat(areas[3]).isCloseTo(0, within(1e-12));
    }

    @Test
    void theSumOfAllDepthsIsTheSumOfTheDiscs() { // seeds 0..49
        for (int seed = 0; seed < 50; seed++) {
            var random = new SplittableRandom(seed);
            var discs = new ArrayList<DiscAreas.Disc>();
            double sum = 0;
            for (int i = 0; i < 12; i++) {
                double r = random.nextDouble(0.2, 3);
                discs.add(new DiscAreas.Disc(random.nextDouble(5), random.nextDouble(5), r));
                sum += Math.PI * r * r;
            }
            double[] areas = DiscAreas.atLeast(discs);
            double all = 0;
            for (int k = 0; k < areas.length; k++) {
                all += areas[k];
                assertThat(areas[k]).isLessThanOrEqualTo(k == 0 ? sum : areas[k - 1] + 1e-9);
            }
            assertThat(all).as("seed %d", seed).isCloseTo(sum, within(1e-9));
        }
    }
}
