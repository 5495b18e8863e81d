"""An extract's protocol buffers, by hand, so that they may be wrong."""

import struct
import zlib

from town import grid


def varint(value):
    value &= (1 << 64) - 1
    out = bytearray()
    while True:
        out.append(value & 127 | (128 if value > 127 else 0))
        value >>= 7
        if not value:
            return bytes(out)


def zigzag(value):
    return varint((value << 1) ^ (value >> 63))


def field(number, content):
    if isinstance(content, int):
        return varint(number << 3) + varint(content)
    return varint(number << 3 | 2) + varint(len(content)) + content


def blob(kind, content, size=None, packed=True, head_size=None, body_size=None):
    body = (
        (field(2, len(content) if size is None else size) + field(3, zlib.compress(content)))
        if packed
        else field(1, content)
    )
    head = field(1, kind) + field(3, len(body) if body_size is None else body_size)
    return struct.pack(">I", len(head) if head_size is None else head_size) + head + body


def header(*features):
    return blob(
        b"OSMHeader",
        b"".join(field(4, each) for each in (b"OsmSchema-V0.6", b"DenseNodes") + features),
    )


def block(strings, groups, granularity=None):
    content = field(1, b"".join(field(1, each) for each in strings))
    content += b"".join(field(2, each) for each in groups)
    return content + (field(17, granularity) if granularity is not None else b"")


def dense(nodes, keys_values=None):
    ids, ys, xs, last = b"", b"", b"", (0, 0, 0)
    for number, (x, y) in nodes.items():
        now = (number, round(y * 1e7), round(x * 1e7))
        ids += zigzag(now[0] - last[0])
        ys += zigzag(now[1] - last[1])
        xs += zigzag(now[2] - last[2])
        last = now
    content = field(1, ids) + field(8, ys) + field(9, xs)
    if keys_values is not None:
        content += field(10, b"".join(map(varint, keys_values)))
    return field(2, content)


def pbf_way(number, references, keys, values):
    last, deltas = 0, b""
    for each in references:
        deltas += zigzag(each - last)
        last = each
    return field(
        3,
        field(1, number)
        + field(2, b"".join(map(varint, keys)))
        + field(3, b"".join(map(varint, values)))
        + field(8, deltas),
    )


def pbf(
    strings=(b"", b"highway", b"residential"),
    keys=(1,),
    values=(2,),
    keys_values=None,
    features=(),
    granularity=None,
    **how,
):
    nodes, ways = grid()
    groups = [dense(nodes, keys_values)] + [
        pbf_way(number, references, keys, values) for number, references in ways.items()
    ]
    return header(*features) + blob(b"OSMData", block(strings, groups, granularity), **how)
