package parapet.scenario;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import parapet.engage.LaneView;

/// Makes further members of a family in one draw, against the force of one plan, and looks at raids
/// from higher masts.
///
/// The same arguments give the same member for every plan of the draw, so that two plans can be
/// compared on members whose aims are of one kind of place. For one thread.
@Stress
public interface RaidMaker {
    /// A member of a family that is aimed at some assets alone.
    ///
    /// @param family key of the family
    /// @param number tells members of one draw apart, 1 or more
    /// @param may whether an asset may be attacked, by its index
    /// @return null when the family attacks no such asset
    SkyCase.@Nullable RaidCase member(String family, int number, IntPredicate may);

    /// The lanes of a raid as they are seen from higher masts on the same sites,
    /// `views[site][lane]`.
    ///
    /// @param raid a raid of the same sky
    /// @param higherM by how much every mast is higher, m
    LaneView[][] views(SkyCase.RaidCase raid, double higherM);

    /// One lane of a raid as it is seen from a higher mast on one of its sites.
    ///
    /// @param site index of the site
    /// @param lane index of the lane
    /// @param higherM by how much the mast is higher, m
    LaneView view(SkyCase.RaidCase raid, int site, int lane, double higherM);
}
