package parapet.io.terrain;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;

/// Writes GeoTIFF files of every form that is read: the other side, made from the specification.
final class TiffMaker {
    final Map<Integer, Object> tags = new TreeMap<>();
    final ByteOrder order;
    final boolean big;
    private final boolean tiled;
    private final boolean real;
    private final int compression;
    private final int predictor;

    TiffMaker(
            ByteOrder order,
            boolean big,
            boolean tiled,
            boolean real,
            int compression,
            int predictor) {
        this.order = order;
        this.big = big;
        this.tiled = tiled;
        this.real = real;
        this.compression = compression;
        this.predictor = predictor;
        tags.put(258, new int[] {real ? 32 : 16});
        tags.put(259, new int[] {compression});
        tags.put(277, new int[] {1});
        tags.put(317, new int[] {predictor});
        tags.put(339, new int[] {real ? 3 : 2});
        tags.put(33550, new double[] {0.01, 0.02, 0});
        tags.put(33922, new double[] {0, 0, 0, 70, 30, 0});
        tags.put(34735, new int[] {1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326});
        tags.put(42113, "-9999\0");
    }

    byte[] make(double[][] heights) {
        int rows = heights.length;
        int columns = heights[0].length;
        int high = tiled ? 16 : 7;
        int wide = tiled ? 32 : columns;
        tags.put(256, new int[] {columns});
        tags.put(257, new int[] {rows});
        if (tiled) {
            tags.put(322, new int[] {wide});
            tags.put(323, new int[] {high});
        } else {
            tags.put(278, new int[] {high});
        }
        var blocks = new ByteArrayOutputStream();
        int start = big ? 16 : 8;
        int across = (columns + wide - 1) / wide;
        int count = across * ((rows + high - 1) / high);
        long[] offsets = new long[count];
        long[] lengths = new long[count];
        for (int b = 0; b < count; b++) {
            byte[] block = pack(block(heights, b / across * high, b % across * wide, high, wide));
            offsets[b] = (long) start + blocks.size();
            lengths[b] = block.length;
            blocks.writeBytes(block);
        }
        tags.put(tiled ? 324 : 273, offsets);
        tags.put(tiled ? 325 : 279, lengths);
        return file(blocks.toByteArray());
    }

    private byte[] block(double[][] heights, int top, int left, int high, int wide) {
        int rows = tiled ? high : Math.min(high, heights.length - top);
        int size = real ? 4 : 2;
        byte[] out = new byte[rows * wide * size];
        for (int row = 0; row < rows; row++) {
            var line = ByteBuffer.allocate(wide * size).order(order);
            int before = 0;
            for (int i = 0; i < wide; i++) {
                boolean inside = top + row < heights.length && left + i < heights[0].length;
                double z = inside ? heights[top + row][left + i] : 0;
                int bits = real ? Float.floatToRawIntBits((float) z) : (int) z;
                int value = predictor == 2 ? bits - before : bits;
                before = bits;
                if (real) {
                    line.putInt(value);
                } else {
                    line.putShort((short) value);
                }
            }
            byte[] bytes = predictor == 3 ? planes(line, wide) : line.array();
            System.arraycopy(bytes, 0, out, row * bytes.length, bytes.length);
        }
        return out;
    }

    private static byte[] planes(ByteBuffer line, int wide) {
        byte[] planes = new byte[4 * wide];
        for (int i = 0; i < wide; i++) {
            int bits = line.getInt(4 * i);
            for (int b = 0; b < 4; b++) {
                planes[b * wide + i] = (byte) (bits >>> (24 - 8 * b));
            }
        }
        for (int i = planes.length - 1; i > 0; i--) {
            planes[i] -= planes[i - 1];
        }
        return planes;
    }

    private byte[] pack(byte[] data) {
        return switch (compression) {
            case 5 -> lzw(data);
            case 8 -> {
                var deflater = new Deflater();
                deflater.setInput(data);
                deflater.finish();
                byte[] out = new byte[data.length * 2 + 100];
                int n = deflater.deflate(out);
                deflater.end();
                yield Arrays.copyOf(out, n);
            }
            default -> data;
        };
    }

    private static byte[] lzw(byte[] data) {
        var out = new ByteArrayOutputStream();
        long[] bits = new long[2]; // held bits and their number
        var table = new HashMap<String, Integer>();
        int width = 9;
        int next = 258;
        emit(out, bits, 256, width);
        String held = "";
        for (byte b : data) {
            String longer = held + (char) (b & 0xff);
            if (longer.length() == 1 || table.containsKey(longer)) {
                held = longer;
                continue;
            }
            emit(out, bits, code(table, held), width);
            table.put(longer, next++);
            if (next == 4095) {
                emit(out, bits, 256, width);
                table.clear();
                next = 258;
                width = 9;
            } else if (next >= 1 << width) {
                width++;
            }
            held = longer.substring(longer.length() - 1);
        }
        emit(out, bits, code(table, held), width);
        next++;
        if (next >= 1 << width) {
            width++;
        }
        emit(out, bits, 257, width);
        emit(out, bits, 0, 7);
        return out.toByteArray();
    }

    private static int code(Map<String, Integer> table, String text) {
        return text.length() == 1 ? text.charAt(0) : table.getOrDefault(text, -1);
    }

    private static void emit(ByteArrayOutputStream out, long[] bits, int code, int width) {
        bits[0] = (bits[0] << width) | code;
        bits[1] += width;
        while (bits[1] >= 8) {
            bits[1] -= 8;
            out.write((int) (bits[0] >>> bits[1]));
        }
        bits[0] &= (1L << bits[1]) - 1;
    }

    private byte[] file(byte[] blocks) {
        int start = big ? 16 : 8;
        int entry = big ? 20 : 12;
        int directory = start + blocks.length;
        int rest = directory + (big ? 16 : 6) + entry * tags.size();
        var out = ByteBuffer.allocate(rest + 100_000).order(order);
        out.putShort((short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4d4d));
        out.putShort((short) (big ? 43 : 42));
        if (big) {
            out.putShort((short) 8).putShort((short) 0).putLong(directory);
        } else {
            out.putInt(directory);
        }
        out.put(blocks);
        if (big) {
            out.putLong(tags.size());
        } else {
            out.putShort((short) tags.size());
        }
        for (var tag : tags.entrySet()) {
            byte[] value = value(tag.getValue());
            int type =
                    tag.getValue() instanceof double[]
                            ? 12
                            : tag.getValue() instanceof String
                                    ? 2
                                    : tag.getValue() instanceof int[] ? 3 : big ? 16 : 4;
            int width = type == 12 || type == 16 ? 8 : type == 4 ? 4 : type == 3 ? 2 : 1;
            out.putShort(tag.getKey().shortValue()).putShort((short) type);
            long n = value.length / width;
            if (big) {
                out.putLong(n);
            } else {
                out.putInt((int) n);
            }
            int field = out.position();
            if (value.length > (big ? 8 : 4)) {
                if (big) {
                    out.putLong(rest);
                } else {
                    out.putInt(rest);
                }
                out.put(rest, value, 0, value.length);
                rest += value.length;
            } else {
                out.put(field, value, 0, value.length);
                out.position(field + (big ? 8 : 4));
            }
        }
        return Arrays.copyOf(out.array(), rest);
    }

    private byte[] value(Object value) {
        var out = ByteBuffer.allocate(50_000).order(order);
        switch (value) {
            case int[] shorts -> {
                for (int x : shorts) {
                    out.putShort((short) x);
                }
            }
            case long[] longs -> {
                for (long x : longs) {
                    if (big) {
                        out.putLong(x);
                    } else {
                        out.putInt((int) x);
                    }
                }
            }
            case double[] reals -> {
                for (double x : reals) {
                    out.putDouble(x);
                }
            }
            default -> {
                for (char c : value.toString().toCharArray()) {
                    out.put((byte) c);
                }
            }
        }
        return Arrays.copyOf(out.array(), out.position());
    }
}
