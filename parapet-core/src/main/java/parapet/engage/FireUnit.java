package parapet.engage;

import java.util.List;
import parapet.geo.Sector;
import parapet.radar.Radar;

/// The smallest thing that can engage by itself: a battery.
///
/// @param id name
/// @param owner index of the owner, such as the unit it belongs to
/// @param site index of the site where it stands
/// @param radar its engagement radar: a threat is engaged only where this radar has it in view and
///   detects it in one look with probability 0.5 or more
/// @param channels threats engaged at once
/// @param reactionSec time from decision to launch, s
/// @param assessment time from intercept to the look that frees the channel
/// @param magazines launchers by kind of round, the preferred kind first
/// @param doctrine how rounds are spent
/// @param sector azimuths in which its engagement radar works: intercepts lie in it
public record FireUnit(
        String id,
        int owner,
        int site,
        Radar radar,
        int channels,
        double reactionSec,
        Timing assessment,
        List<Magazine> magazines,
        Doctrine doctrine,
        Sector sector) {
    private static final int MOST_MAGAZINES = 30;

    public FireUnit {
        magazines = List.copyOf(magazines);
        if (channels < 0 || !(reactionSec >= 0) || magazines.size() > MOST_MAGAZINES) {
            throw new IllegalArgumentException(
                    "The channels (%d) and reactionSec (%s) of fire unit (%s) must be 0 or more, its magazines (%d) at most %d."
                            .formatted(
                                    channels, reactionSec, id, magazines.size(), MOST_MAGAZINES));
        }
    }

    /// A battery whose engagement radar works all round.
    public FireUnit(
            String id,
            int owner,
            int site,
            Radar radar,
            int channels,
            double reactionSec,
            Timing assessment,
            List<Magazine> magazines,
            Doctrine doctrine) {
        this(
                id,
                owner,
                site,
                radar,
                channels,
                reactionSec,
                assessment,
                magazines,
                doctrine,
                Sector.ALL);
    }
}
