package parapet.engage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Rounds behind the batteries, from which owners are supplied between nights.
///
/// After a night each kind is sent to the owners that lack some: lack = rounds brought - rounds
/// left - rounds on the way to that owner. What is sent is the least of what all lack together,
/// what the depot holds, and what goes in one night; owners get it in proportion to what they lack,
/// in whole numbers by the largest remainders (of equal ones the name that comes first). So nobody
/// gets more than was brought. For one thread.
final class Depot {
    private final BattleInput input;
    private final int[][] brought;
    private final int[] held;
    private final int[][][] onTheWay;

    /// A depot.
    ///
    /// @param brought rounds at the begin of the first night, by owner and interceptor
    Depot(BattleInput input, int[][] brought) {
        this.input = input;
        this.brought = Arrays.stream(brought).map(int[]::clone).toArray(int[][]::new);
        int kinds = input.interceptors().size();
        held = new int[kinds];
        input.supplies().forEach(s -> held[s.interceptor()] += s.held());
        onTheWay = new int[input.raid().nights()][brought.length][kinds];
    }

    /// Rounds that are there for a night are put to the stock of their owners.
    ///
    /// @return rounds put there, by interceptor
    int[] arrive(int night, int[][] stock) {
        var all = new int[held.length];
        for (int o = 0; o < stock.length; o++) {
            for (int i = 0; i < all.length; i++) {
                stock[o][i] += onTheWay[night][o][i];
                all[i] += onTheWay[night][o][i];
                onTheWay[night][o][i] = 0;
            }
        }
        return all;
    }

    /// Sends rounds after a night, as far as they arrive before the raid is over.
    void send(int night, int[][] stock) {
        for (Supply s : input.supplies()) {
            int day = night + s.delayNights();
            if (day < onTheWay.length) {
                int i = s.interceptor();
                int[] lack = lack(i, stock);
                int sent = Math.min(Math.min(s.perNight(), held[i]), Arrays.stream(lack).sum());
                int[] shares = shares(sent, lack, input.owners());
                for (int o = 0; o < shares.length; o++) {
                    onTheWay[day][o][i] += shares[o];
                }
                held[i] -= sent;
            }
        }
    }

    private int[] lack(int i, int[][] stock) {
        var lack = new int[stock.length];
        for (int o = 0; o < lack.length; o++) {
            lack[o] = brought[o][i] - stock[o][i];
            for (int[][] day : onTheWay) {
                lack[o] -= day[o][i];
            }
        }
        return lack;
    }

    /// Whole numbers in proportion to what is lacked, by the largest remainders.
    static int[] shares(int sent, int[] lack, List<String> names) {
        long all = Arrays.stream(lack).asLongStream().sum();
        var shares = new int[lack.length];
        if (all == 0) {
            return shares;
        }
        var rest = new long[lack.length];
        int left = sent;
        for (int o = 0; o < lack.length; o++) {
            shares[o] = (int) ((long) sent * lack[o] / all);
            rest[o] = (long) sent * lack[o] % all;
            left -= shares[o];
        }
        IntStream.range(0, lack.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer o) -> -rest[o]).thenComparing(names::get))
                .limit(left)
                .forEach(o -> shares[o]++);
        return shares;
    }

    /// Rounds held and on the way, by interceptor.
    int[] behind() {
        int[] behind = held.clone();
        for (int[][] day : onTheWay) {
            for (int[] row : day) {
                for (int i = 0; i < behind.length; i++) {
                    behind[i] += row[i];
                }
            }
        }
        return behind;
    }
}
