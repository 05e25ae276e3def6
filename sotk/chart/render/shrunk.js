"use strict";
// What an axis becomes where only `kept` stretches of it hold something: the room between them shrinks to
// `gap`. Order and sizes stay, so that nothing comes to lie on another and lines stay straight.
function shrunk(kept, from, to, gap) {
  const knots = [[from, from]];
  let at = from, now = from;
  for (const [start, end] of kept.sort((one, other) => one[0] - other[0])) {
    if (end <= at) continue;
    if (start > at) {
      now += Math.min(start - at, gap);
      at = start;
      knots.push([at, now]);
    }
    now += end - at;
    at = end;
    knots.push([at, now]);
  }
  knots.push([to, now + Math.min(to - at, gap)]);
  return function (value) {
    let low = 0, high = knots.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (knots[middle][0] <= value) low = middle; else high = middle;
    }
    const [a, fa] = knots[low], [b, fb] = knots[high];
    return b > a ? fa + (value - a) * (fb - fa) / (b - a) : fa;
  };
}
