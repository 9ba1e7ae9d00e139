#!/usr/bin/env python3
"""Makes the terrain that Parapet carries from ETOPO5 (NOAA, public domain).

usage: bin/make-terrain.py etopo5.cdf OUT.ter

The input is the netCDF-3 file of ETOPO5 as distributed with NOAA's Ferret (Debian: package ferret-datasets,
usr/share/ferret-vis/data/etopo5.cdf). Needs nothing but Python 3.

The output holds the window 60..100 E, 0..40 N at 5 arc-minutes, both edges included, whole metres, everything below sea
level as 0. All numbers are big-endian:

    4 bytes   "PTER"
    uint16    version, 1
    uint16    rows, uint16 columns
    int32     latitude of the first row, int32 longitude of the first column, int32 step, arc-seconds
    the rest  zlib stream of int16 heights, rows from north to south, each row from west to east; in a row each height
              but the first is its difference to the one before
"""
import array
import struct
import sys
import zlib

WEST, EAST, SOUTH, NORTH, STEPS_PER_DEGREE = 60, 100, 0, 40, 12
NC_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 4, 6: 8}


class NetCdf3:
    """Just enough of netCDF-3 (classic and 64-bit offset) to read whole variables without a record dimension."""

    def __init__(self, path):
        with open(path, "rb") as file:
            self.data = file.read()
        if self.data[:3] != b"CDF" or self.data[3] not in (1, 2):
            sys.exit("%s: expected a netCDF-3 file; found the bytes %r" % (path, self.data[:4]))
        self.wide = self.data[3] == 2
        self.at = 8  # after the number of records
        self.dimensions = self.list(self.dimension)
        self.list(self.attribute)
        self.variables = dict(self.list(self.variable))

    def int(self):
        value = struct.unpack_from(">i", self.data, self.at)[0]
        self.at += 4
        return value

    def name(self):
        length = self.int()
        text = self.data[self.at : self.at + length].decode("ascii")
        self.at += (length + 3) // 4 * 4
        return text

    def list(self, element):
        self.int()  # tag
        return [element() for _ in range(self.int())]

    def dimension(self):
        return self.name(), self.int()

    def attribute(self):
        self.name()
        size = NC_SIZES[self.int()] * self.int()
        self.at += (size + 3) // 4 * 4

    def variable(self):
        name = self.name()
        shape = [self.dimensions[self.int()][1] for _ in range(self.int())]
        self.list(self.attribute)
        kind, _ = self.int(), self.int()
        begin = struct.unpack_from(">q" if self.wide else ">i", self.data, self.at)[0]
        self.at += 8 if self.wide else 4
        return name, (kind, shape, begin)

    def read(self, name):
        kind, shape, begin = self.variables[name]
        count = 1
        for length in shape:
            count *= length
        values = array.array({3: "h", 4: "i", 5: "f", 6: "d"}[kind])
        values.frombytes(self.data[begin : begin + count * NC_SIZES[kind]])
        if sys.byteorder == "little":
            values.byteswap()
        return values


def main(source, target):
    file = NetCdf3(source)
    shapes = {name: shape for name, (_, shape, _) in file.variables.items()}
    rose = next((n for n, s in shapes.items() if len(s) == 2), None)
    if rose is None:
        sys.exit("%s: expected a variable of two dimensions; found %s" % (source, shapes))
    names = [n for n, s in shapes.items() if len(s) == 1]
    lat_name = next(n for n in names if shapes[n][0] == shapes[rose][0])
    lon_name = next(n for n in names if shapes[n][0] == shapes[rose][1] and n != lat_name)
    latitudes, longitudes, heights = file.read(lat_name), file.read(lon_name), file.read(rose)
    columns = shapes[rose][1]
    rows_by_step = {round(y * STEPS_PER_DEGREE): i for i, y in enumerate(latitudes)}
    columns_by_step = {round(x * STEPS_PER_DEGREE) % (360 * STEPS_PER_DEGREE): i for i, x in enumerate(longitudes)}

    out = array.array("h")
    height_at = {}
    wide = range(WEST * STEPS_PER_DEGREE, EAST * STEPS_PER_DEGREE + 1)
    high = range(NORTH * STEPS_PER_DEGREE, SOUTH * STEPS_PER_DEGREE - 1, -1)
    for y in high:
        before = 0
        for x in wide:
            z = max(0, int(round(heights[rows_by_step[y] * columns + columns_by_step[x]])))
            height_at[y, x] = z
            out.append(z - before)
            before = z
    if sys.byteorder == "little":
        out.byteswap()
    step = 3600 // STEPS_PER_DEGREE
    header = struct.pack(">4sHHHiii", b"PTER", 1, len(high), len(wide), NORTH * 3600, WEST * 3600, step)
    with open(target, "wb") as file:
        file.write(header + zlib.compress(out.tobytes(), 9))
    for name, lat, lon in [("Delhi", 28.6, 77.2), ("Siliguri", 26.7, 88.4), ("Ladakh", 34.1, 77.5), ("Jaisalmer", 26.9, 70.9)]:
        y, x = round(lat * STEPS_PER_DEGREE), round(lon * STEPS_PER_DEGREE)
        print("%-10s %6.2f N %6.2f E  %5d m" % (name, lat, lon, height_at[y, x]))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
