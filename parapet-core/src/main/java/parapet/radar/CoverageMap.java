package parapet.radar;

import java.util.Arrays;
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
/// Sets are bits: bit i of a mask is site i in the order of the views, up to 64. Cost: views are
/// made once; a map takes a comparison for each site, height and cell in reach, and a question
/// about areas one step for each different mask. Immutable, for any thread.
public final class CoverageMap {
    /// At most so many sites.
    public static final int MOST_SITES = Long.SIZE;

    private final SkyGrid sky;
    private final List<SiteView> views;
    private final double[][] rangesM;
    private final long[][] masks; // masks[height][cell]
    private final MaskAreas[] areas;

    private CoverageMap(SkyGrid sky, List<SiteView> views, double[][] rangesM) {
        this.sky = sky;
        this.views = List.copyOf(views);
        this.rangesM = rangesM;
        masks = new long[sky.heights()][sky.cells()];
        areas = new MaskAreas[sky.heights()];
        for (int h = 0; h < sky.heights(); h++) {
            for (int site = 0; site < views.size(); site++) {
                mark(masks[h], views.get(site), h, 1L << site, rangesM[site][h]);
            }
            areas[h] = sum(masks[h], h);
        }
    }

    /// The map of some sites.
    ///
    /// @param views one for each site, all of one sky
    /// @param rangesM slant range of each site's radar at each height: `ranges[site][height]`, m, 0
    ///   or more
    public static CoverageMap of(List<SiteView> views, double[][] rangesM) {
        if (views.isEmpty() || views.size() > MOST_SITES || views.size() != rangesM.length) {
            throw new IllegalArgumentException(
                    "A coverage map needs 1 to %d sites and a row of ranges for each; it has %d sites and %d rows."
                            .formatted(MOST_SITES, views.size(), rangesM.length));
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

    private static void mark(long[] masks, SiteView view, int h, long bit, double rangeM) {
        int[] cells = view.cells();
        float[] needed = view.neededRangeM(h);
        for (int i = 0; i < cells.length; i++) {
            if (needed[i] <= rangeM && needed[i] < Float.POSITIVE_INFINITY) {
                masks[cells[i]] |= bit;
            }
        }
    }

    private MaskAreas sum(long[] masksOfHeight, int h) {
        var sums = new MaskAreas();
        long last = 0;
        int place = -1;
        for (int cell = 0; cell < masksOfHeight.length; cell++) {
            long mask = masksOfHeight[cell];
            if (mask == 0) {
                continue;
            }
            if (mask != last) {
                place = sums.place(mask);
                last = mask;
            }
            sums.add(place, sky.areaKm2(cell), isBound(h, cell));
        }
        return sums;
    }

    /// The region, its cells and heights.
    public SkyGrid sky() {
        return sky;
    }

    /// The sites that cover a cell at a height.
    public long mask(int heightIndex, int cell) {
        return masks[heightIndex][cell];
    }

    /// Whether the answer at a height and cell is that of the smooth earth: an upper bound. True as
    /// soon as one of the sites that cover the cell stands on coarse data, or the cell does.
    public boolean isBound(int heightIndex, int cell) {
        if (sky.heightM(heightIndex) >= SkyGrid.LOW_M) {
            return false;
        }
        for (long left = masks[heightIndex][cell]; left != 0; left &= left - 1) {
            if (!views.get(Long.numberOfTrailingZeros(left)).isFine(cell)) {
                return true;
            }
        }
        return !sky.isFine(cell);
    }

    /// Area at a height that at least so many of some sites cover, km².
    ///
    /// @param readySites the sites that count, as bits
    /// @param atLeast 1 or more
    public double areaKm2(int heightIndex, long readySites, int atLeast) {
        return area(heightIndex, readySites, atLeast, false);
    }

    /// The part of [#areaKm2] that is an upper bound, km².
    public double boundAreaKm2(int heightIndex, long readySites, int atLeast) {
        return area(heightIndex, readySites, atLeast, true);
    }

    private double area(int heightIndex, long readySites, int atLeast, boolean boundOnly) {
        if (atLeast < 1) {
            throw new IllegalArgumentException(
                    "The number of sites that must cover (%d) must be 1 or more."
                            .formatted(atLeast));
        }
        return areas[heightIndex].areaKm2(readySites, atLeast, boundOnly);
    }

    /// Number of different sets of sites at a height.
    public int distinctMasks(int heightIndex) {
        return areas[heightIndex].size();
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
    public float[] lowestHeightM(long sites) {
        float[] lowest = new float[sky.cells()];
        Arrays.fill(lowest, Float.POSITIVE_INFINITY);
        for (int site = 0; site < views.size(); site++) {
            if ((sites >>> site & 1) == 0) {
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
