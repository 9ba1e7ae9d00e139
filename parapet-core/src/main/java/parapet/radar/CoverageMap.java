package parapet.radar;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// The sky over a region as several sites cover it: for each cell and height the set of sites that
/// see it within the range of their radars.
///
/// A site covers a cell at a height above ground when the lowest height in view is at most that
/// height and the slant range is at most the range of its radar there. Heights below 1 km are
/// answered by terrain only where the data at the site and at the cell are 30 arc-seconds or finer;
/// elsewhere by the smooth earth, which sees more than mountains allow, and the answer is a *bound*
/// ([#isBound], [#boundAreaKm2]).
///
/// Sets of sites are bits: bit i is site i in the order of the views. Cost: views are made once; a
/// map takes a comparison for each site, height and cell in reach, and a question about areas one
/// step for each different set. Immutable, for any thread.
public final class CoverageMap {
    private final SkyGrid sky;
    private final List<SiteView> views;
    private final double[][] rangesM;
    private final SetAreas[] sets;

    private CoverageMap(SkyGrid sky, List<SiteView> views, double[][] rangesM) {
        this.sky = sky;
        this.views = List.copyOf(views);
        this.rangesM = rangesM;
        sets = new SetAreas[sky.heights()];
        for (int h = 0; h < sky.heights(); h++) {
            var sums = new SetAreas(sky.cells(), views.size());
            int words = sums.words();
            var bits = new long[sky.cells() * words];
            for (int site = 0; site < views.size(); site++) {
                mark(bits, words, views.get(site), h, site, rangesM[site][h]);
            }
            sum(sums, bits, h);
            sets[h] = sums;
        }
    }

    /// The map of some sites.
    ///
    /// @param views one for each site, all of one sky
    /// @param rangesM slant range of each site's radar at each height: `ranges[site][height]`, m, 0
    ///   or more
    public static CoverageMap of(List<SiteView> views, double[][] rangesM) {
        if (views.isEmpty() || views.size() != rangesM.length) {
            throw new IllegalArgumentException(
                    "A coverage map needs 1 site or more and a row of ranges for each; it has %d sites and %d rows."
                            .formatted(views.size(), rangesM.length));
        }
        SkyGrid sky = views.getFirst().sky();
        double[][] ranges = new double[rangesM.length][];
        for (int site = 0; site < ranges.length; site++) {
            ranges[site] = rangesM[site].clone();
            boolean right = views.get(site).sky() == sky && ranges[site].length == sky.heights();
            if (!right || Arrays.stream(ranges[site]).anyMatch(r -> !(r >= 0))) {
                throw new IllegalArgumentException(
                        "Site %d must look at the sky of the first one and have %d ranges of 0 or more; its ranges are %s."
                                .formatted(site, sky.heights(), Arrays.toString(ranges[site])));
            }
        }
        return new CoverageMap(sky, views, ranges);
    }

    private static void mark(
            long[] bits, int words, SiteView view, int h, int site, double rangeM) {
        int[] cells = view.cells();
        float[] needed = view.neededRangeM(h);
        long bit = 1L << site;
        int word = site / Long.SIZE;
        for (int i = 0; i < cells.length; i++) {
            if (needed[i] <= rangeM && needed[i] < Float.POSITIVE_INFINITY) {
                bits[cells[i] * words + word] |= bit;
            }
        }
    }

    private void sum(SetAreas sums, long[] bits, int h) {
        boolean low = sky.heightM(h) < SkyGrid.LOW_M;
        for (int cell = 0; cell < sky.cells(); cell++) {
            sums.put(cell, bits);
            sums.add(cell, sky.areaKm2(cell), low && isBound(h, cell, sums.at(cell)));
        }
    }

    /// The region, its cells and heights.
    public SkyGrid sky() {
        return sky;
    }

    /// Those of some sites that cover a cell at a height.
    public BitSet covering(int heightIndex, int cell, BitSet of) {
        BitSet covering = sets[heightIndex].at(cell);
        covering.and(of);
        return covering;
    }

    /// How many of some sites cover a cell at a height.
    public int count(int heightIndex, int cell, BitSet of) {
        return sets[heightIndex].count(cell, of);
    }

    /// Whether the answer at a height and cell is that of the smooth earth. True as soon as one of
    /// the sites that cover the cell stands on coarse data, or the cell does.
    public boolean isBound(int heightIndex, int cell) {
        return isBound(heightIndex, cell, sets[heightIndex].at(cell));
    }

    private boolean isBound(int heightIndex, int cell, BitSet covering) {
        if (sky.heightM(heightIndex) >= SkyGrid.LOW_M) {
            return false;
        }
        for (int site = covering.nextSetBit(0); site >= 0; site = covering.nextSetBit(site + 1)) {
            if (!views.get(site).isFine(cell)) {
                return true;
            }
        }
        return !sky.isFine(cell);
    }

    /// Area at a height that at least so many of some sites cover, km².
    ///
    /// @param readySites the sites that count
    /// @param atLeast 1 or more
    public double areaKm2(int heightIndex, BitSet readySites, int atLeast) {
        return area(heightIndex, readySites, atLeast, false);
    }

    /// The part of [#areaKm2] that is an upper bound, km².
    public double boundAreaKm2(int heightIndex, BitSet readySites, int atLeast) {
        return area(heightIndex, readySites, atLeast, true);
    }

    private double area(int heightIndex, BitSet readySites, int atLeast, boolean boundOnly) {
        if (atLeast < 1) {
            throw new IllegalArgumentException(
                    "The number of sites that must cover (%d) must be 1 or more."
                            .formatted(atLeast));
        }
        return sets[heightIndex].areaKm2(readySites, atLeast, boundOnly);
    }

    /// Area at a height that no site of some is known to cover, and that one would cover if ground
    /// that is unknown hid nothing, km².
    public double unknownAreaKm2(int heightIndex, BitSet of) {
        double area = 0;
        for (int cell = 0; cell < sky.cells(); cell++) {
            boolean open = false;
            for (int site = of.nextSetBit(0); site >= 0 && !open; site = of.nextSetBit(site + 1)) {
                open = edge(site, heightIndex, cell) == Edge.UNKNOWN;
            }
            if (open && count(heightIndex, cell, of) == 0) {
                area += sky.areaKm2(cell);
            }
        }
        return area;
    }

    /// Number of different sets of sites at a height.
    public int distinctSets(int heightIndex) {
        return sets[heightIndex].size();
    }

    /// Why a site covers a cell at a height or not.
    public Edge edge(int site, int heightIndex, int cell) {
        return views.get(site).edge(cell, heightIndex, rangesM[site][heightIndex]);
    }

    /// Whether a cell is in reach of the view of a site at all; beyond, nothing is known but that
    /// the site does not cover it.
    public boolean inReach(int site, int cell) {
        return views.get(site).inReach(cell);
    }

    /// Lowest height above ground at which any of some sites sees each cell, m, whatever the power
    /// of its radar; infinite where none does.
    public float[] lowestHeightM(BitSet sites) {
        float[] lowest = new float[sky.cells()];
        Arrays.fill(lowest, Float.POSITIVE_INFINITY);
        for (int site = 0; site < views.size(); site++) {
            if (!sites.get(site)) {
                continue;
            }
            SiteView view = views.get(site);
            int[] cells = view.cells();
            for (int i = 0; i < cells.length; i++) {
                lowest[cells[i]] = Math.min(lowest[cells[i]], (float) view.lowestAt(i));
            }
        }
        return lowest;
    }
}
