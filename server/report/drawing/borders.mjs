// Turns the TopoJSON of world-atlas into the outlines that the flow map draws:
//     node borders.mjs countries-50m.json > borders.txt
// Each line is the number of a window of borders.h and a ring of "longitude,latitude" points in
// tenths of a degree, cut at the window's edges.
import fs from 'node:fs';

const windows = [[-25, 45, 33.5, 71], [90, 143, -11.5, 29]];
const topology = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const { scale, translate } = topology.transform;

const arcs = topology.arcs.map((arc) => {
    let x = 0, y = 0;
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
});
const arcOf = (number) => (number < 0 ? [...arcs[~number]].reverse() : arcs[number]);
// A ring that crosses the 180th meridian goes on beyond it, in place of jumping to the other side.
function ringOf(numbers) {
    let turn = 0, before;
    return numbers.flatMap((number, at) => arcOf(number).slice(at ? 1 : 0)).map(([x, y]) => {
        if (before !== undefined && Math.abs(x - before) > 180) turn += x < before ? 360 : -360;
        before = x;
        return [x + turn, y];
    });
}

// Sutherland and Hodgman: keeps what lies on the inner side of one edge after another.
function cut(ring, [west, east, south, north]) {
    const edges = [[0, west, 1], [0, east, -1], [1, south, 1], [1, north, -1]];
    for (const [axis, limit, sign] of edges) {
        const inside = (point) => sign * (point[axis] - limit) >= 0;
        const kept = [];
        ring.forEach((point, at) => {
            const before = ring[(at + ring.length - 1) % ring.length];
            if (inside(point) !== inside(before)) {
                const share = (limit - before[axis]) / (point[axis] - before[axis]);
                kept.push(before.map((value, k) => value + share * (point[k] - value)));
            }
            if (inside(point)) kept.push(point);
        });
        ring = kept;
    }
    return ring;
}

const lines = [];
for (const country of topology.objects.countries.geometries) {
    const polygons = country.type === 'Polygon' ? [country.arcs] : country.arcs ?? [];
    for (const ring of polygons.flat().map(ringOf))
        windows.forEach((window, number) => {
            const points = cut(ring, window).map((point) => point.map((value) => value.toFixed(1)).join(','));
            const distinct = points.filter((point, at) => point !== points[at - 1]);
            if (distinct.length >= 3) lines.push([number, ...distinct].join(' '));
        });
}
process.stdout.write(lines.sort().join('\n') + '\n');
