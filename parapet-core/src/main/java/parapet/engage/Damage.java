package parapet.engage;

import java.util.Arrays;
import java.util.List;

/// What leakers do to defended assets, in closed form: no chance of its own.
///
///     unharmed = Π over leakers of (1 - v_class),   lost = value (1 - unharmed)
///
/// v the vulnerability of the asset. Leakers harm independently, and an asset is harmed or not:
/// being harmed again costs nothing more, and nothing is mended between nights. Both are cumulated
/// from the first night.
///
/// @param unharmed chance that an asset is unharmed at the end of a night, `unharmed[night][asset]`
/// @param lost expected value lost by the end of a night, notional points, `lost[night][asset]`
public record Damage(double[][] unharmed, double[][] lost) {
    /// The damage of leakers.
    ///
    /// @param assets the assets
    /// @param leakedAt leakers, `leakedAt[night][asset][class]`
    public static Damage of(List<Asset> assets, int[][][] leakedAt) {
        int nights = leakedAt.length;
        var unharmed = new double[nights][assets.size()];
        var lost = new double[nights][assets.size()];
        var before = new double[assets.size()];
        Arrays.fill(before, 1);
        for (int n = 0; n < nights; n++) {
            for (int a = 0; a < before.length; a++) {
                Asset asset = assets.get(a);
                double chance = before[a];
                for (int c = 0; c < asset.vulnerability().length; c++) {
                    chance *= StrictMath.pow(1 - asset.vulnerability()[c], leakedAt[n][a][c]);
                }
                before[a] = chance;
                unharmed[n][a] = chance;
                lost[n][a] = asset.value() * (1 - chance);
            }
        }
        return new Damage(unharmed, lost);
    }

    /// Expected value lost by the end of a night over all assets, notional points.
    public double lostBy(int night) {
        return Arrays.stream(lost[night]).sum();
    }
}
