/// What public sources say, kept side by side, and the law drawn from it.
///
/// Read first: [Claim] (a value a source gives), [Quantity] (what the scenario asks for),
/// `Weighing` (from claims to a law, with every claim set aside and the reason).
///
/// Claims are never overwritten or averaged away: copies of one original count once, claims off by
/// a power of ten are flagged and set aside, and those that remain share the draws by their grade.
@NullMarked
package parapet.evidence;

import org.jspecify.annotations.NullMarked;
