/** Numbers per row of the textures that hold a list. */
export const LIST_WIDTH = 2_048
/** Cells to each side that the weights have room for. */
export const MOST_REACH = 60

const head = `\
#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
precision highp usampler2D;
`

/** One triangle over everything; what is painted of it is a scissor's work. */
export const everywhere = `\
${head}
void main() {
  gl_Position = vec4(vec2(gl_VertexID & 1, gl_VertexID >> 1) * 4.0 - 1.0, 0.0, 1.0);
}
`

/** How many rises of each cell lie in the window, and where their common centre is (−0.5 to 0.5 from the cell's). */
export const countFragment = `\
${head}
uniform usampler2D starts;
uniform usampler2D seconds;
uniform usampler2D offsets;
uniform uvec2 between;
out vec4 found;

ivec2 place(uint i) {
  return ivec2(int(i) & ${LIST_WIDTH - 1}, int(i) / ${LIST_WIDTH});
}

uint firstAt(uint low, uint high, uint at) {
  while (low < high) {
    uint middle = (low + high) >> 1u;
    if (texelFetch(seconds, place(middle), 0).r < at) low = middle + 1u;
    else high = middle;
  }
  return low;
}

void main() {
  ivec2 cell = ivec2(gl_FragCoord.xy);
  int width = textureSize(starts, 0).x;
  ivec2 next = cell.x + 1 == width ? ivec2(0, cell.y + 1) : cell + ivec2(1, 0);
  uint start = texelFetch(starts, cell, 0).r;
  uint end = texelFetch(starts, next, 0).r;
  found = vec4(0.0);
  if (start == end) return;
  uint low = firstAt(start, end, between.x);
  uint high = firstAt(low, end, between.y);
  if (low == high) return;
  uvec2 sum = texelFetch(offsets, place(high - 1u), 0).rg;
  if (low > start) sum -= texelFetch(offsets, place(low - 1u), 0).rg;
  float n = float(high - low);
  found = vec4(n, (vec2(sum) / n + 0.5) / 256.0 - 0.5, 0.0);
}
`

/** Side of a block of cells, of which one number says whether there is anything in it. */
export const BLOCK = 64
/** Summed in two steps of so many each way: one invocation that reads a whole block is all that a GPU waits for. */
export const STEP = Math.sqrt(BLOCK)

/** How much lies in a square of `STEP` each way. */
export const blockFragment = `\
${head}
uniform sampler2D source;
out vec4 sum;
void main() {
  ivec2 corner = ivec2(gl_FragCoord.xy) * ${STEP};
  ivec2 end = min(corner + ${STEP}, textureSize(source, 0));
  float all = 0.0;
  for (int y = corner.y; y < end.y; y++)
    for (int x = corner.x; x < end.x; x++) all += max(0.0, texelFetch(source, ivec2(x, y), 0).r);
  sum = vec4(all, 0.0, 0.0, 1.0);
}
`

/**
 * Most of a region is empty in most windows: one instance is a block, and one with nothing about it is drawn nowhere.
 */
export const blockVertex = `\
${head}
uniform sampler2D blocks;
uniform vec2 size;
/** The first block, and blocks in a row. */
uniform ivec3 tiles;
/** Cells to each side that reach in. */
uniform ivec2 about;
bool isEmpty(ivec2 from, ivec2 to) {
  ivec2 low = max(from, ivec2(0)) / ${BLOCK};
  ivec2 high = min(to / ${BLOCK}, textureSize(blocks, 0) - 1);
  for (int y = low.y; y <= high.y; y++)
    for (int x = low.x; x <= high.x; x++)
      if (texelFetch(blocks, ivec2(x, y), 0).r > 0.0) return false;
  return true;
}
void main() {
  ivec2 tile = tiles.xy + ivec2(gl_InstanceID % tiles.z, gl_InstanceID / tiles.z);
  ivec2 corner = (tile + ivec2(gl_VertexID & 1, gl_VertexID >> 1)) * ${BLOCK};
  bool isLeftOut = isEmpty(tile * ${BLOCK} - about, (tile + 1) * ${BLOCK} - 1 + about);
  gl_Position = isLeftOut ? vec4(2.0, 2.0, 2.0, 1.0) : vec4(vec2(corner) / size * 2.0 - 1.0, 0.0, 1.0);
}
`

const spline = `\
vec3 spline(float off) {
  return vec3(0.5 * (0.5 - off) * (0.5 - off), 0.75 - off * off, 0.5 * (0.5 + off) * (0.5 + off));
}
`

const around = [-1, 0, 1].flatMap((j) => [-1, 0, 1].map((i) => [i, j] as const))

/** Counts at their common centres, each spread over nine cells by a quadratic spline. Never asked of an outermost cell. */
export const spreadFragment = `\
${head}
uniform sampler2D source;
out vec4 mass;
void main() {
  ivec2 cell = ivec2(gl_FragCoord.xy);
  float sum = 0.0;
  vec4 found;
${around
  .map(
    ([i, j]) => `\
  found = texelFetch(source, cell + ivec2(${i}, ${j}), 0);
  sum += found.x * ${splineAt(0 - i, 'found.y')} * ${splineAt(0 - j, 'found.z')};`,
  )
  .join('\n')}
  mass = vec4(sum, 0.0, 0.0, 1.0);
}
`

/** One of the three numbers of `spline`. */
function splineAt(i: number, off: string): string {
  return i === 0
    ? `(0.75 - ${off} * ${off})`
    : `(0.5 * (0.5 ${i < 0 ? '-' : '+'} ${off}) * (0.5 ${i < 0 ? '-' : '+'} ${off}))`
}

/** The same for what came later: each by itself, added to what is there. */
export const tailVertex = `\
${head}
layout(location = 0) in vec3 rise;
uniform vec2 between;
uniform vec2 size;
/** Cells of a point's target in one of its own: 1, or a block. */
uniform float per;
flat out vec2 at;
void main() {
  at = rise.xy;
  bool isMeant = rise.z >= between.x && rise.z < between.y;
  vec2 middle = floor(rise.xy / per) + 0.5;
  gl_Position = isMeant ? vec4(middle / size * 2.0 - 1.0, 0.0, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
  gl_PointSize = per > 1.0 ? 1.0 : 3.0;
}
`
export const tailFragment = `\
${head}
flat in vec2 at;
out vec4 mass;
${spline}
void main() {
  vec2 off = at - floor(at) - 0.5;
  ivec2 aside = ivec2(floor(gl_FragCoord.xy)) - ivec2(floor(at));
  if (any(greaterThan(abs(aside), ivec2(1)))) discard;
  mass = vec4(spline(off.x)[aside.x + 1] * spline(off.y)[aside.y + 1], 0.0, 0.0, 0.0);
}
`

export const markFragment = `\
${head}
flat in vec2 at;
out vec4 mark;
void main() {
  mark = vec4(1.0, 0.0, 0.0, 0.0);
}
`

/** What is beyond the edge is what is on it: nothing (`cube-passes.ts` leaves the outermost cells empty). */
const pairs = (reach: number, pair: (i: number) => string) =>
  Array.from({ length: reach }, (_, i) => pair(i + 1)).join('\n')

/** Four sums along a row, one per term of the kernel. Written out: a loop over weights costs twice as much. */
export const acrossFragment = (reach: number) => `\
${head}
uniform sampler2D source;
uniform vec4 weights[${reach + 1}];
out vec4 sums;
void main() {
  ivec2 cell = ivec2(gl_FragCoord.xy);
  int last = textureSize(source, 0).x - 1;
  vec4 sum = weights[0] * texelFetch(source, cell, 0).r;
${pairs(
  reach,
  (i) => `\
  sum += weights[${i}] * (texelFetch(source, ivec2(max(cell.x - ${i}, 0), cell.y), 0).r
    + texelFetch(source, ivec2(min(cell.x + ${i}, last), cell.y), 0).r);`,
)}
  sums = sum;
}
`

/** Their sum down a column: the value of a cell. */
export const downFragment = (reach: number) => `\
${head}
uniform sampler2D source;
uniform vec4 weights[${reach + 1}];
uniform float scale;
out vec4 value;
void main() {
  ivec2 cell = ivec2(gl_FragCoord.xy);
  int last = textureSize(source, 0).y - 1;
  vec4 sum = weights[0] * texelFetch(source, cell, 0);
${pairs(
  reach,
  (i) => `\
  sum += weights[${i}] * (texelFetch(source, ivec2(cell.x, max(cell.y - ${i}, 0)), 0)
    + texelFetch(source, ivec2(cell.x, min(cell.y + ${i}, last)), 0));`,
)}
  value = vec4(dot(sum, vec4(1.0)) * scale, 0.0, 0.0, 1.0);
}
`
