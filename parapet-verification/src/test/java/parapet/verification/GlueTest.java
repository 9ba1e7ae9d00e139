package parapet.verification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What lies between a scenario and its engines, and between engines and tables: each link is held
/// by a small scenario that goes the whole way and comes out as a closed form says. Here each has
/// its name; the cases themselves stand beside their scenarios.
class GlueTest {
    private static void holds(String scenario) {
        var cases =
                Cases.carried().stream()
                        .filter(c -> c.id().startsWith("chain/" + scenario + "/"))
                        .toList();
        assertThat(cases).as("cases of %s", scenario).isNotEmpty();
        assertThat(Verifier.run(cases).results())
                .filteredOn(r -> r.status() != CaseResult.Status.PASSED)
                .extracting(r -> r.reference().id() + ": " + r.message())
                .isEmpty();
    }

    @Test
    void bearingOfARaid() { // only the raid from the east passes the battery in the east
        holds("bearing");
    }

    @Test
    void refraction() { // the horizon moves with the effective earth factor of the scenario
        holds("low-flyer-bent-less");
    }

    @Test
    void antenna() { // the horizon moves with the height of the mast above the ground
        holds("low-flyer");
    }

    @Test
    void dayOfARaid() { // a raid meets who is there on its day
        holds("day-of-raid");
    }

    @Test
    void rateOfADay() { // a payment takes the rate of its day, never one that came later
        holds("rate-of-a-day");
    }

    @Test
    void bandsOfForceStates() { // 30 of 80 rounds are three of eight bands
        holds("day-of-raid");
    }

    @Test
    void orderOfMetrics() { // every metric has a value of its own
        holds("every-metric");
    }

    @Test
    void sectorOfARadar() { // what comes from outside the sector is not engaged
        holds("sector");
    }

    @Test
    void roundsFromADepot() { // rounds come between nights, shared by what is lacked, as late as
        // said
        holds("supply");
    }

    @Test
    void whatIsReleased() { // weapons come for the carriers that come so far, then and there
        holds("release");
    }

    @Test
    void priceOfADay() { // a price rises to the day on which it is paid, and is discounted from it
        holds("rising-price");
        holds("present-value");
    }
}
