package parapet.sustain;

import java.util.Arrays;

/// Crews of each site. A part that is mended or fitted on a unit holds one until it works, a task
/// holds as many as it needs to its end. Parts wait in one queue for each site, first come first
/// served, and go before tasks.
final class CrewPool {
    private static final int NONE = -1;

    private final Run run;
    private final int[] busy;
    private final int[] head;
    private final int[] tail;
    private int[] behind = new int[64];
    private boolean[] waits = new boolean[64];
    private boolean[] works = new boolean[64];

    CrewPool(Run run) {
        this.run = run;
        busy = new int[run.sites];
        head = new int[run.sites];
        tail = new int[run.sites];
        Arrays.fill(head, NONE);
        Arrays.fill(tail, NONE);
    }

    private int crews(int site) {
        return run.site[site].policy().crews();
    }

    /// A hole can be mended or filled as soon as a crew of the site is free.
    void want(int site, int hole) {
        if (hole >= behind.length) {
            int more = Math.max(2 * behind.length, hole + 1);
            behind = Arrays.copyOf(behind, more);
            waits = Arrays.copyOf(waits, more);
            works = Arrays.copyOf(works, more);
        }
        waits[hole] = true;
        behind[hole] = NONE;
        if (tail[site] == NONE) {
            head[site] = hole;
        } else {
            behind[tail[site]] = hole;
        }
        tail[site] = hole;
        assign(site);
    }

    /// Whether a part waits for a crew.
    boolean waits(int hole) {
        return hole < waits.length && waits[hole];
    }

    /// The part works; a crew that worked on it is free.
    void restored(int site, int hole) {
        if (hole < works.length && works[hole]) {
            works[hole] = false;
            busy[site]--;
            assign(site);
            if (crews(site) < SitePolicy.AMPLE && run.tasks.anyWaits()) {
                run.tasks.placeFrees();
            }
        }
    }

    private void assign(int site) {
        while (head[site] != NONE && busy[site] < crews(site)) {
            int hole = head[site];
            head[site] = behind[hole];
            if (head[site] == NONE) {
                tail[site] = NONE;
            }
            waits[hole] = false;
            works[hole] = true;
            busy[site]++;
            run.fleet.work(hole);
        }
    }

    /// Whether a task can have `n` crews now.
    boolean free(int site, int n) {
        return n == 0 || (head[site] == NONE && crews(site) - busy[site] >= n);
    }

    /// A task takes crews.
    void take(int site, int n) {
        busy[site] += n;
    }

    /// A task gives its crews back.
    void giveBack(int site, int n) {
        busy[site] -= n;
        assign(site);
    }

    /// Numbers of crews may have changed; those at work finish what they do.
    void phaseChanged() {
        for (int s = 0; s < run.sites; s++) {
            assign(s);
        }
    }

    /// Crews at work, for the audit.
    int busy(int site) {
        return busy[site];
    }
}
