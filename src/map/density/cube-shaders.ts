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
export const BLOCK = 16

/** How much lies in a block. */
export const blockFragment = `\
${head}
uniform sampler2D source;
out vec4 sum;
void main() {
  ivec2 corner = ivec2(gl_FragCoord.xy) * ${BLOCK};
  ivec2 end = min(corner + ${BLOCK}, textureSize(source, 0));
  float all = 0.0;
  for (int y = corner.y; y < end.y; y++)
    for (int x = corner.x; x < end.x; x++) all += max(0.0, texelFetch(source, ivec2(x, y), 0).r);
  sum = vec4(all, 0.0, 0.0, 1.0);
}
`

/** Most of a region is empty in most windows: what has nothing about it is not reckoned. */
const emptiness = `\
uniform sampler2D blocks;
bool isEmpty(ivec2 from, ivec2 to) {
  ivec2 low = max(from, ivec2(0)) / ${BLOCK};
  ivec2 high = min(to / ${BLOCK}, textureSize(blocks, 0) - 1);
  for (int y = low.y; y <= high.y; y++)
    for (int x = low.x; x <= high.x; x++)
      if (texelFetch(blocks, ivec2(x, y), 0).r > 0.0) return false;
  return true;
}
`

const spline = `\
vec3 spline(float off) {
  return vec3(0.5 * (0.5 - off) * (0.5 - off), 0.75 - off * off, 0.5 * (0.5 + off) * (0.5 + off));
}
`

/** Counts at their common centres, each spread over nine cells by a quadratic spline. */
export const spreadFragment = `\
${head}
uniform sampler2D source;
out vec4 mass;
${spline}${emptiness}
void main() {
  ivec2 cell = ivec2(gl_FragCoord.xy);
  mass = vec4(0.0);
  if (isEmpty(cell - 1, cell + 1)) return;
  ivec2 last = textureSize(source, 0) - 1;
  float sum = 0.0;
  for (int j = -1; j <= 1; j++)
    for (int i = -1; i <= 1; i++) {
      ivec2 at = cell + ivec2(i, j);
      if (any(lessThan(at, ivec2(0))) || any(greaterThan(at, last))) continue;
      vec4 found = texelFetch(source, at, 0);
      if (found.x == 0.0) continue;
      sum += found.x * spline(found.y)[1 - i] * spline(found.z)[1 - j];
    }
  mass = vec4(sum, 0.0, 0.0, 1.0);
}
`

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

/** Four sums along a row, one per term of the kernel. */
export const acrossFragment = `\
${head}
uniform sampler2D source;
uniform vec4 weights[${MOST_REACH + 1}];
uniform int reach;
out vec4 sums;
${emptiness}
void main() {
  ivec2 cell = ivec2(gl_FragCoord.xy);
  sums = vec4(0.0);
  ivec2 about = ivec2(reach + 1, 1);
  if (isEmpty(cell - about, cell + about)) return;
  int last = textureSize(source, 0).x - 1;
  vec4 sum = weights[0] * texelFetch(source, cell, 0).r;
  for (int i = 1; i <= reach; i++) {
    float both = (cell.x - i >= 0 ? texelFetch(source, cell - ivec2(i, 0), 0).r : 0.0)
      + (cell.x + i <= last ? texelFetch(source, cell + ivec2(i, 0), 0).r : 0.0);
    sum += weights[i] * both;
  }
  sums = sum;
}
`

/** Their sum down a column: the value of a cell. */
export const downFragment = `\
${head}
uniform sampler2D source;
uniform vec4 weights[${MOST_REACH + 1}];
uniform int reach;
uniform float scale;
out vec4 value;
${emptiness}
void main() {
  ivec2 cell = ivec2(gl_FragCoord.xy);
  value = vec4(0.0);
  if (isEmpty(cell - reach - 1, cell + reach + 1)) return;
  int last = textureSize(source, 0).y - 1;
  float sum = dot(weights[0], texelFetch(source, cell, 0));
  for (int i = 1; i <= reach; i++) {
    vec4 both = (cell.y - i >= 0 ? texelFetch(source, cell - ivec2(0, i), 0) : vec4(0.0))
      + (cell.y + i <= last ? texelFetch(source, cell + ivec2(0, i), 0) : vec4(0.0));
    sum += dot(weights[i], both);
  }
  value = vec4(sum * scale, 0.0, 0.0, 1.0);
}
`
